import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { AuditRecord } from '@lectern/identity';
import { AuditApi } from './audit-api';
import { AuditPage } from './audit-page';

const record: AuditRecord = {
  id: 'r1',
  at: '2027-01-12T09:00:00.000Z',
  actor: { kind: 'account', id: 'a1', name: 'Pat Lowe' },
  action: 'group.changed',
  objectKind: 'group',
  objectId: 'g1',
  details: { places: 30 },
  correlationId: null,
};

const shown = async (items: readonly AuditRecord[], inputs: Record<string, string> = {}) => {
  const list = jest.fn(() => Promise.resolve({ items, nextCursor: null as string | null }));
  const fileOf = (question: Record<string, string>) => `/file?${new URLSearchParams(question).toString()}`;
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: AuditApi, useValue: { list, fileOf } }],
  });
  const fixture = TestBed.createComponent(AuditPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const press = async (text: string) => {
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  return { element: fixture.nativeElement as HTMLElement, fixture, list, press };
};

describe('the audit trail', () => {
  it('says in words who did what to what, and leads to both', async () => {
    const { element } = await shown([record]);
    const cells = [...element.querySelectorAll('tbody td')].map((cell) => cell.textContent.trim());
    expect(cells).toEqual([
      'Tuesday 12 January 2027, 9am',
      'Pat Lowe',
      'Changed a group',
      'Group',
      'places: 30',
    ]);
    const links = [...element.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/people/a1', '/groups/g1']);
  });

  it('asks by the boxes, and the file asks the same', async () => {
    const { element, list, press } = await shown([record]);
    const who = element.querySelector<HTMLInputElement>('#who')!;
    who.value = 'lowe';
    who.dispatchEvent(new Event('input'));
    await press('Find');
    expect(list).toHaveBeenLastCalledWith({ who: 'lowe' }, null);
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe('/file?who=lowe');
    await press('Clear');
    expect(list).toHaveBeenLastCalledWith({}, null);
  });

  it('shows one thing’s records when another page leads here', async () => {
    const { element, list } = await shown([], { objectKind: 'account', objectId: 'a1' });
    expect(list).toHaveBeenCalledWith({ objectKind: 'account', objectId: 'a1' }, null);
    expect(element.querySelector('#kind')).toBeNull();
    expect(element.textContent).toContain('Nothing was recorded');
  });

  it('keeps working when the address loses what it was about', async () => {
    const { fixture, list } = await shown([record], { actorId: 'a1' });
    fixture.componentRef.setInput('actorId', undefined);
    await fixture.whenStable();
    expect(list).toHaveBeenLastCalledWith({}, null);
  });
});
