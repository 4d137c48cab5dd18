import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import { MISSING_PROCEDURE, type MissingPupil } from '@lectern/check-in';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import { aGroup } from '../conferences/group.builder';
import { DeskApi } from './desk-api';
import { MissingPage } from './missing-page';
import { MissingPanel } from './missing-panel';
import { aMissingPupil } from './missing.builder';

const closed = aMissingPupil({
  id: 'm2',
  displayName: 'Teal Ashby',
  closedAt: '2027-03-09T11:12:00.000Z',
  closedBy: 'Pat Lowe',
  outcome: 'with-school',
});

const setUp = (records: readonly MissingPupil[]) => {
  const step = (at: string, text: string) => ({ at, by: 'Pat Lowe', text });
  const addStep = jest.fn((_: string, text: string) =>
    Promise.resolve(aMissingPupil({ steps: [step('2027-03-09T11:13:00.000Z', text)] })),
  );
  const closeMissing = jest.fn((_: string, request: object) =>
    Promise.resolve(aMissingPupil({ ...closed, id: 'm1', ...request })),
  );
  const school = (name: string) => ({ urn: '100000', name, town: 'Ormskirk' });
  const all = () =>
    Promise.resolve([
      aGroup({ id: 'a', school: school('Zeal High') }),
      aGroup({
        id: 'b',
        school: school('Alder Academy'),
        visitLeader: { name: 'Isla Jolley', phone: '07700 900101' },
      }),
    ]);
  const api = { missing: () => Promise.resolve(records), addStep, closeMissing };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: DeskApi, useValue: api },
      { provide: ConferenceGroupsApi, useValue: { all } },
    ],
  });
  return { addStep, closeMissing };
};

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

beforeEach(() => {
  jest.useFakeTimers({
    now: Date.parse('2027-03-09T11:12:30.000Z'),
    doNotFake: ['setTimeout', 'queueMicrotask'],
  });
});
afterEach(() => jest.useRealTimers());

describe('the missing pupils above everything else', () => {
  const shown = async (records: readonly MissingPupil[]) => {
    setUp(records);
    const fixture = TestBed.createComponent(MissingPanel);
    fixture.componentRef.setInput('conferenceId', 'c1');
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('say who, where last, for how long and what comes next, and lead to the record', async () => {
    const panel = await shown([aMissingPupil(), closed]);
    expect(words(panel.querySelector('[role=alert]'))).toBe('Wren Oakley is missing.');
    expect(words(panel.querySelector('.missing'))).toBe(
      'Wren Oakley is missing Alder Academy. Last seen: Let into Lab 2 at 10:02.' +
        'Looked for since 11:00: 12 minutes. Next: Look at the roll. Open the record',
    );
    expect(panel.querySelector('.missing a')?.getAttribute('href')).toBe('/staff/conferences/c1/missing/m1');
  });

  it('are out of the way once their records are closed', async () => {
    const panel = await shown([closed]);
    expect(panel.querySelector('.missing')).toBeNull();
    expect(words(panel.querySelector('summary'))).toBe('1 closed record of a missing pupil');
    expect(words(panel.querySelector('li'))).toBe(
      'Teal Ashby, Alder Academy. Was with the school after 12 minutes.',
    );
  });

  it('are nothing at all while nobody is missing', async () => {
    expect(words(await shown([]))).toBe('');
  });
});

describe('the record of a missing pupil', () => {
  const shown = async (records: readonly MissingPupil[] = [aMissingPupil()]) => {
    const calls = setUp(records);
    const fixture = TestBed.createComponent(MissingPage);
    fixture.componentRef.setInput('id', 'c1');
    fixture.componentRef.setInput('recordId', 'm1');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (text: RegExp | string): Promise<void> => {
      const loader = TestbedHarnessEnvironment.loader(fixture);
      await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
      await fixture.whenStable();
    };
    return { ...calls, fixture, page, press };
  };

  it('shows how long it has been, and which steps are due', async () => {
    const { page } = await shown();
    expect(words(page.querySelector('[role=timer]'))).toBe('Missing for 12 minutes');
    const marks = [...page.querySelectorAll('.step lectern-status-mark')].map(words);
    expect(marks).toEqual([
      ...Array<string>(5).fill('Do this now'),
      'After 15 minutes, or sooner',
      'After 20 minutes, or sooner',
    ]);
  });

  it('leads to the roll, and to the phone of the school’s visit leader', async () => {
    const { fixture, page } = await shown();
    await fixture.whenStable();
    const links = [...page.querySelectorAll('.step a')].map((link) => [
      words(link),
      link.getAttribute('href'),
    ]);
    expect(links).toEqual([
      ['Who is here', '/staff/conferences/c1/roll'],
      ['07700 900101', 'tel:07700900101'],
    ]);
  });

  it('keeps a step with one press, and goes on where it was written', async () => {
    const { addStep, page, press } = await shown();
    await press(/^Done: Ring the school/);
    expect(addStep).toHaveBeenCalledWith('m1', MISSING_PROCEDURE[1]?.done);
    expect(words(page.querySelector('.log'))).toBe('11:13Rang the school’s visit leader. Pat Lowe');
    expect(words(page.querySelectorAll('.step')[1]?.querySelector('lectern-status-mark'))).toBe(
      'Done 11:13, Pat Lowe',
    );
    expect(document.activeElement?.id).toBe('so-far');
  });

  it('takes words of one’s own', async () => {
    const { addStep, fixture, page, press } = await shown();
    const box = page.querySelector<HTMLTextAreaElement>('#text')!;
    box.value = 'A friend saw them at the coach.';
    box.dispatchEvent(new Event('input'));
    await press('Add to the record');
    expect(addStep).toHaveBeenCalledWith('m1', 'A friend saw them at the coach.');
    await fixture.whenStable();
    expect(box.value).toBe('');
  });

  it('closes with how it ended, which must be said', async () => {
    const { closeMissing, page, press } = await shown();
    await press('Close the record');
    expect(words(page.querySelector('lectern-error-summary'))).toContain('Choose how it ended.');
    expect(closeMissing).not.toHaveBeenCalled();
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await press('Close the record');
    expect(closeMissing).toHaveBeenCalledWith('m1', { outcome: 'with-school' });
    expect(words(page.querySelector('[role=timer]'))).toBe('Was missing for 12 minutes');
    expect(page.querySelector('form')).toBeNull();
  });

  it('says so when there is no such record', async () => {
    const { page } = await shown([closed]);
    expect(words(page.querySelector('h1'))).toBe('There is no such record');
  });
});
