import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '../identity/session-store';
import { aGroup, theTerms } from './a-group.harness';
import { ChangeGroupPage } from './change-group-page';
import { GroupsApi } from './groups-api';
import { RostersApi } from './rosters-api';

describe('changing a group', () => {
  const [see, change, terms] = [jest.fn(), jest.fn(), jest.fn()];
  let fixture: ComponentFixture<ChangeGroupPage>;

  const open = async (isStaff: boolean, isLocked: boolean): Promise<HTMLElement> => {
    for (const mock of [see, change, terms]) mock.mockReset();
    see.mockResolvedValue(aGroup());
    change.mockResolvedValue(aGroup());
    terms.mockResolvedValue(theTerms({ isLocked }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: GroupsApi, useValue: { see, change } },
        { provide: RostersApi, useValue: { terms } },
        { provide: SessionStore, useValue: { isStaff: signal(isStaff) } },
      ],
    });
    fixture = TestBed.createComponent(ChangeGroupPage);
    fixture.componentRef.setInput('id', aGroup().id);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  const reasonIn = (page: HTMLElement): HTMLTextAreaElement | null =>
    Array.from(page.querySelectorAll('lectern-field'))
      .find((field) => field.textContent.includes('after final numbers'))
      ?.querySelector('textarea') ?? null;

  it('asks staff why, once the list is locked, and sends it', async () => {
    const page = await open(true, true);
    const reason = reasonIn(page);
    expect(reason).not.toBeNull();
    reason!.value = ' The coach is larger. ';
    reason!.dispatchEvent(new Event('input'));
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(change).toHaveBeenCalledWith(
      aGroup().id,
      expect.objectContaining({ reason: 'The coach is larger.' }),
    );
  });

  it('asks nobody while the list is open, and never a school', async () => {
    expect(reasonIn(await open(true, false))).toBeNull();
    TestBed.resetTestingModule();
    const page = await open(false, true);
    expect(reasonIn(page)).toBeNull();
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(change.mock.calls[0]?.[1]).not.toHaveProperty('reason');
    expect(terms).not.toHaveBeenCalled();
  });
});
