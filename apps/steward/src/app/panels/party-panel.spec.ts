import { TestBed } from '@angular/core/testing';
import { anEntry, aPhoneWith, aState, FakeApi } from '../../testing/door';
import { openPanel } from '../../testing/panel';
import { NoConnection } from '../platform/steward-api';
import { ScanQueue } from '../scans/scan-queue';
import { PartiesPanel } from './parties-panel';
import { PartyPanel } from './party-panel';

const NAMES = ['Amira K.', 'Ben T.', 'Cara L.', 'Dan M.', 'Eve N.'];
const party = NAMES.map((displayName, n) =>
  anEntry({ ticketId: `01957a3c-5b1e-7c44-9d21-00000000000${n}`, shortCode: `0000000${n}`, displayName }),
);

describe('a party at the door', () => {
  let api: FakeApi;

  const open = async (entries = party, changes = {}) => {
    api = new FakeApi();
    api.failure = new NoConnection();
    const storage = await aPhoneWith(entries, [], changes);
    const panel = await openPanel(PartyPanel, { api, storage, offline: true }, { groupId: 'group' });
    const absent = async (name: string) => {
      const line = [...panel.host.querySelectorAll('label')].find((one) => one.textContent.includes(name))!;
      line.querySelector('input')!.click();
      await panel.settle();
    };
    return { ...panel, absent, storage };
  };
  const queue = () => TestBed.inject(ScanQueue);

  it('acceptance 43: all but the ticked absentees come in, offline, each as a scan of their own', async () => {
    const { absent, press, says, storage } = await open();
    await absent('Ben T.');
    await absent('Eve N.');
    await press('Let in 3');
    await says('3 in, 2 absent');
    const records = await storage.records();
    expect(records).toHaveLength(3);
    expect(new Set(records.map(({ id }) => id)).size).toBe(3);
    expect(records).toMatchObject(
      [party[0], party[2], party[3]].map((one) => ({
        scan: { ticketId: one!.ticketId, direction: 'in', shown: 'admitted' },
        sent: false,
      })),
    );
  });

  it('are kept together or not at all', async () => {
    const { press, storage } = await open();
    const put = jest.spyOn(storage, 'putRecords');
    await press('Let in 5');
    expect(put.mock.calls.map(([records]) => records.length)).toEqual([5]);
  });

  it('acceptance 43: latecomers come later, and nobody comes twice', async () => {
    const { absent, press, says, host } = await open();
    await absent('Ben T.');
    await press('Let in 4');
    await says('4 in, 1 absent');
    const ticks = [...host.querySelectorAll('input[type=checkbox]')];
    expect(ticks).toHaveLength(1);
    await absent('Ben T.');
    await press('Let in 1');
    await says('5 in, 0 absent');
    expect(queue().waiting()).toBe(5);
  });

  it('leaves together: those who are inside, after one question', async () => {
    const { absent, press, says } = await open();
    await absent('Ben T.');
    await press('Let in 4');
    await says('4 in, 1 absent');
    await press('Party leaves');
    await says('4 people of');
    await press('Yes, they have left');
    await says('5 people expected');
    expect(
      queue()
        .recent()
        .slice(0, 4)
        .every(({ scan }) => scan.direction === 'out'),
    ).toBe(true);
    expect(queue().waiting()).toBe(8);
  });

  it('is not offered people who were withdrawn', async () => {
    const { text } = await open([...party.slice(0, 2), { ...party[2]!, status: 'cancelled' }]);
    expect(text()).toContain('2 people expected');
    expect(text()).not.toContain('Cara');
  });

  it('acceptance 11, 28: an unconfirmed party is a supervisor’s to let in', async () => {
    const unconfirmed = party.map((one) => ({ ...one, status: 'not-confirmed' as const }));
    const steward = await open(unconfirmed);
    expect(steward.text()).toContain('The group has no confirmed place yet');
    expect(steward.button('Let in 5')).toBeUndefined();
    const supervisor = await open(unconfirmed, { role: 'supervisor' });
    await supervisor.press('Let in 5');
    await supervisor.says('5 in, 0 absent');
    expect(queue().recent()[0]?.scan.override?.reason).toContain('supervisor');
  });

  it('is found by the school’s name, with how many are in', async () => {
    const other = anEntry({ ticketId: 'x', groupId: 'other', school: 'Northgate Academy' });
    const storage = await aPhoneWith([...party, other]);
    api = new FakeApi();
    api.state = () => aState();
    const { host, type, text } = await openPanel(PartiesPanel, { api, storage, offline: true });
    expect(host.querySelectorAll('.lines li')).toHaveLength(2);
    await type('school', 'north');
    expect(host.querySelectorAll('.lines li')).toHaveLength(1);
    expect(text()).toContain('○ Not in yet');
  });
});
