import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { ClosedSchool } from '@lectern/registrations';
import { SchoolsApi } from '../schools/schools-api';
import { AskFirst } from '../platform/ask-first';
import { ClosedSchoolsTab } from './closed-schools-tab';
import { SuccessionApi } from './succession-api';

const closed = (change: Partial<ClosedSchool> = {}): ClosedSchool => ({
  school: { urn: '900004', name: 'Old Mill School', town: 'Southport' },
  successor: { urn: '900005', name: 'Riverside Academy', town: 'Southport' },
  accounts: 2,
  groups: 1,
  ...change,
});

const shown = async (schools: readonly ClosedSchool[], yes = true) => {
  const report = { accounts: 2, groups: 0, leftBehind: [{ groupId: 'g1', conferenceTitle: 'Proof day' }] };
  const succeed = jest.fn(() => Promise.resolve(report));
  const list = jest.fn(() => Promise.resolve({ items: schools, nextCursor: null }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: SuccessionApi, useValue: { list, succeed } },
      { provide: SchoolsApi, useValue: {} },
      { provide: AskFirst, useValue: { ask: () => Promise.resolve(yes) } },
    ],
  });
  const fixture = TestBed.createComponent(ClosedSchoolsTab);
  await fixture.whenStable();
  const press = async (text: string) => {
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  return { element: fixture.nativeElement as HTMLElement, list, press, succeed };
};

describe('closed schools', () => {
  it('say what they still have, and hand it over after a question', async () => {
    const { element, list, press, succeed } = await shown([closed()]);
    expect(element.textContent).toContain('Closed, now Riverside Academy');
    expect(element.textContent).toContain('It still has 2 people and 1 group.');
    list.mockResolvedValue({ items: [], nextCursor: null });
    await press('Move to Riverside Academy');
    expect(succeed).toHaveBeenCalledWith('900004', '900005');
    expect(element.querySelector('[role=status]')?.textContent).toBe('Moved 2 people to Riverside Academy.');
    expect(element.querySelector('a[href="/groups/g1"]')?.textContent).toBe('Proof day');
    expect(element.textContent).toContain('No closed school has people or groups');
  });

  it('stay as they are when the answer is no', async () => {
    const { press, succeed } = await shown([closed()], false);
    await press('Move to Riverside Academy');
    expect(succeed).not.toHaveBeenCalled();
  });

  it('ask which school took the place when the register does not say', async () => {
    const { element, press, succeed } = await shown([closed({ successor: null })]);
    await press('Move to this school');
    expect(succeed).not.toHaveBeenCalled();
    expect(element.querySelector('[role=alert]')?.textContent).toContain(
      'Choose the school that took the place of Old Mill School from the list.',
    );
  });
});
