import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import type { Attendance, Conflict, Device, RefusedScan } from '@lectern/check-in';
import { AttendanceFeed } from './attendance-feed';
import { CheckInApi } from './check-in-api';
import { ConflictsPanel } from './conflicts-panel';
import { DayEndPanel } from './day-end-panel';
import { DeskApi } from './desk-api';
import { DevicesPanel } from './devices-panel';
import { RefusedPanel } from './refused-panel';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const shown = async <T>(
  panel: Type<T>,
  api: object,
  numbers: Partial<Attendance> = {},
  inputs: object = {},
) => {
  const attendance = signal<Attendance | null>({
    refused: 0,
    conflicts: 0,
    onSite: 0,
    ...numbers,
  } as Attendance);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      { provide: DeskApi, useValue: api },
      { provide: CheckInApi, useValue: api },
      { provide: AttendanceFeed, useValue: { attendance } },
    ],
  });
  const fixture = TestBed.createComponent(panel);
  for (const [name, value] of Object.entries({ conferenceId: 'c1', ...inputs }))
    fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const press = async (text: RegExp | string): Promise<void> => {
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  return { attendance, fixture, page: fixture.nativeElement as HTMLElement, press };
};

describe('refused scans', () => {
  const scan = (id: string, change: Partial<RefusedScan> = {}): RefusedScan => ({
    id,
    at: '2027-03-09T09:12:00.000Z',
    checkpoint: 'Main door',
    device: 'Sam, North door',
    message: 'This badge was withdrawn',
    displayName: 'Wren Oakley',
    school: 'Alder Academy',
    ...change,
  });

  it('are told with why, who, when, where and by whom, and go on to older ones', async () => {
    const refused = jest.fn((_: string, cursor: string | null) =>
      Promise.resolve(
        cursor === null
          ? { items: [scan('a', { displayName: null, school: null })], nextCursor: 'next' }
          : { items: [scan('b')], nextCursor: null },
      ),
    );
    const { page, press } = await shown(RefusedPanel, { refused }, { refused: 2 });
    await press('Show older ones');
    expect(refused).toHaveBeenLastCalledWith('c1', 'next');
    expect([...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map(words))).toEqual([
      ['This badge was withdrawn', 'Not known', '09:12', 'Main door', 'Sam, North door'],
      ['This badge was withdrawn', 'Wren Oakley, Alder Academy', '09:12', 'Main door', 'Sam, North door'],
    ]);
    expect(words(page)).not.toContain('Show older');
  });

  it('take no room while the doors turned nobody away, and are fetched anew with each one', async () => {
    const refused = jest.fn(() => Promise.resolve({ items: [scan('a')], nextCursor: null }));
    const { attendance, fixture, page } = await shown(RefusedPanel, { refused });
    expect(words(page)).toBe('');
    attendance.set({ refused: 1 } as Attendance);
    await fixture.whenStable();
    expect(refused).toHaveBeenCalledTimes(2);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});

describe('tickets that were let in twice', () => {
  const side = (at: string, device: string) => ({ scanId: at, deviceId: device, device, at });
  const conflict: Conflict = {
    id: 'k1',
    ticketId: 't1',
    displayName: 'Wren Oakley',
    school: 'Alder Academy',
    checkpointId: 'd1',
    checkpoint: 'Main door',
    first: side('2027-03-09T09:12:00.000Z', 'Sam, North door'),
    second: side('2027-03-09T09:14:00.000Z', 'Kit, South door'),
    settledAt: null,
    settledBy: null,
    reason: null,
  };
  const settled = {
    ...conflict,
    settledAt: '2027-03-09T09:30:00.000Z',
    settledBy: 'Pat Lowe',
    reason: 'Twice',
  };

  it('name both phones, and are settled with a reason, which must be given', async () => {
    const settle = jest.fn(() => Promise.resolve(settled));
    const api = { conflicts: () => Promise.resolve([conflict]), settle };
    const { page, press, fixture } = await shown(ConflictsPanel, api, { conflicts: 1 });
    expect(words(page)).toContain('09:12 by Sam, North door');
    expect(words(page)).toContain('09:14 by Kit, South door');
    await press(/^Settle/);
    await press('Settle it');
    expect(words(page)).toContain('Say what it was, for the log.');
    expect(settle).not.toHaveBeenCalled();
    const box = page.querySelector<HTMLInputElement>('#reason')!;
    box.value = ' Twice ';
    box.dispatchEvent(new Event('input'));
    await press('Settle it');
    await fixture.whenStable();
    expect(settle).toHaveBeenCalledWith('k1', 'Twice');
    expect(page.querySelector('.callout')).toBeNull();
    expect(words(page.querySelector('details'))).toContain('Pat Lowe: Twice');
    expect(document.activeElement?.id).toBe('conflicts');
  });

  it('take no room while there are none, nor while they cannot be fetched', async () => {
    const none = await shown(ConflictsPanel, { conflicts: () => Promise.resolve([]) });
    expect(words(none.page)).toBe('');
    TestBed.resetTestingModule();
    const away = await shown(ConflictsPanel, { conflicts: () => Promise.reject(new Error('away')) });
    expect(words(away.page)).toBe('');
  });
});

describe('phones on the day', () => {
  const device = (label: string, change: Partial<Device> = {}): Device => ({
    id: label,
    name: 'Sam',
    label,
    role: 'steward',
    pairedAt: '2027-03-09T08:00:00.000Z',
    lastSeenAt: new Date().toISOString(),
    revokedAt: null,
    queued: 0,
    parked: 0,
    appVersion: '1.4.0',
    skewMs: 0,
    ...change,
  });

  it('that are silent are flagged with what they have still to send', async () => {
    const ago = new Date(Date.now() - 10 * 60_000).toISOString();
    const devices = () =>
      Promise.resolve([device('South', { lastSeenAt: ago, queued: 12 }), device('North')]);
    const { page } = await shown(DevicesPanel, { devices }, {}, { isLive: true });
    const rows = [...page.querySelectorAll('li')].map(words);
    expect(rows[0]).toMatch(/Offline since \d\d:\d\d, 12 scans to send when we last heard/);
    expect(rows[1]).toMatch(/In touch.*version 1\.4\.0/);
  });

  it('may be silent before the day', async () => {
    const ago = new Date(Date.now() - 10 * 60_000).toISOString();
    const devices = () => Promise.resolve([device('South', { lastSeenAt: ago })]);
    const { page } = await shown(DevicesPanel, { devices });
    expect(words(page.querySelector('li'))).toContain('Last seen 10 minutes ago');
  });
});

describe('the end of the day', () => {
  it('checks out as many as the button and the question say, after a yes', async () => {
    const results = ['left', 'left', 'refused'].map((outcome) => ({ outcome }));
    const endDay = jest.fn(() => Promise.resolve({ results }));
    const { page, press } = await shown(DayEndPanel, { endDay }, { onSite: 12 });
    await press('Everyone has gone: check out the 12 still inside');
    expect(words(document.querySelector('mat-dialog-container'))).toContain('Check out 12 people?');
    await press('Not yet');
    expect(endDay).not.toHaveBeenCalled();
    await press(/^Everyone has gone/);
    await press('Check out 12 people');
    expect(endDay).toHaveBeenCalledWith('c1');
    expect(words(page.querySelector('[role=status]'))).toBe('2 people were checked out.');
  });

  it('has nothing to do while nobody is inside', async () => {
    const { page } = await shown(DayEndPanel, {});
    expect(words(page)).toBe('End of the dayNobody is inside, as far as the doors know.');
  });
});
