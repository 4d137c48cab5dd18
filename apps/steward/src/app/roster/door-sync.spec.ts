import { TestBed } from '@angular/core/testing';
import type { RosterEntry } from '@lectern/check-in';
import {
  AMIRA_ID,
  aDevice,
  aDoor,
  anEntry,
  aPhoneWith,
  aState,
  FakeApi,
  people,
  until,
  wholeAdmissions,
  wholeRoster,
} from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { MemoryStorage } from '../platform/door-storage';
import { NoConnection, PairingEnded, RequestRefused } from '../platform/steward-api';
import { ScanQueue } from '../scans/scan-queue';
import { Admissions } from './admissions';
import { DoorBook } from './door-book';
import { DoorSync } from './door-sync';
import { Roster } from './roster';

const PAGE = 100;

/** A server with these people, page by page from wherever a phone has got to; it breaks off before one page. */
const pagesOf =
  (all: readonly RosterEntry[], breakAt = -1) =>
  (cursor: string | null) => {
    const from = Number(cursor ?? 0);
    if (from === breakAt) throw new NoConnection();
    const upserts = all.slice(from, from + PAGE);
    return {
      upserts,
      removals: [],
      cursor: String(from + upserts.length),
      full: cursor === null,
      more: from + PAGE < all.length,
    };
  };

describe('keeping in step with the server', () => {
  let api: FakeApi;

  const open = async (storage: MemoryStorage) => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    await TestBed.inject(DeviceStore).load();
    await TestBed.inject(ScanQueue).load();
    const sync = TestBed.inject(DoorSync);
    await sync.load();
    return sync;
  };
  const ids = () => [...TestBed.inject(Roster).entries.keys()];

  beforeEach(() => {
    jest.useFakeTimers();
    api = new FakeApi();
  });
  afterEach(() => jest.useRealTimers());

  const newPhone = async () => {
    const storage = new MemoryStorage();
    await storage.save('device', await aDevice());
    return storage;
  };

  it('acceptance 31: a list that is cut off goes on where it stopped, also after a reload', async () => {
    const all = people(450);
    const asked: (string | null)[] = [];
    api.rosterPage = (cursor) => {
      asked.push(cursor);
      return pagesOf(all, 200)(cursor);
    };
    const storage = await newPhone();
    await (await open(storage)).now();
    expect([ids().length, TestBed.inject(Roster).complete]).toEqual([200, false]);

    const afterReload = await open(storage);
    expect(ids()).toHaveLength(200);
    api.rosterPage = (cursor) => {
      asked.push(cursor);
      return pagesOf(all)(cursor);
    };
    await afterReload.now();
    expect(ids()).toEqual(all.map((one) => one.ticketId));
    expect(TestBed.inject(Roster).complete).toBe(true);
    expect(asked).toEqual([null, '100', '200', '200', '300', '400']);
    expect([...(await reopened(storage))]).toEqual(ids());
  });

  const reopened = async (storage: MemoryStorage) => {
    await open(storage);
    return ids();
  };

  it('acceptance 31: a page that could not be kept is asked for again', async () => {
    const storage = await newPhone();
    const sync = await open(storage);
    const changes = pagesOf(people(150));
    api.rosterPage = changes;
    await sync.now();
    // What is on the disk is what counts after a reload: each page lies there with the cursor that follows it.
    const pages = await storage.pages('roster');
    expect(pages.at(-1)?.changes).toMatchObject({ cursor: '150', more: false });
    expect(pages.flatMap((page) => page.changes.upserts)).toHaveLength(150);
  });

  it('a fetch from the start replaces the list only once it is whole', async () => {
    const storage = await aPhoneWith([anEntry()]);
    const sync = await open(storage);
    const all = people(150);
    TestBed.inject(Roster).restart();
    api.rosterPage = pagesOf(all, 100);
    await sync.now();
    expect(ids()).toEqual([AMIRA_ID]);
    expect(await reopened(storage)).toEqual([AMIRA_ID]);
    api.rosterPage = pagesOf(all);
    await TestBed.inject(DoorSync).now();
    expect(ids()).toEqual(all.map((one) => one.ticketId));
    expect(await reopened(storage)).toHaveLength(150);
  });

  it('a cursor that the server does not know any more begins from the start', async () => {
    const sync = await open(await aPhoneWith([anEntry()]));
    api.rosterPage = (cursor) => {
      if (cursor !== null) throw new RequestRefused({ detail: 'Begin again.' });
      return wholeRoster(...people(3));
    };
    await sync.now();
    await sync.now();
    expect(ids()).toHaveLength(3);
  });

  it('changes and removals reach a list that is held', async () => {
    const storage = await aPhoneWith([anEntry(), ...people(3).slice(2)]);
    const sync = await open(storage);
    api.rosterPage = () => ({
      upserts: [anEntry({ status: 'cancelled' })],
      removals: [people(3)[2]!.ticketId],
      cursor: 'r2',
      full: false,
      more: false,
    });
    await sync.now();
    expect(TestBed.inject(Roster).person(AMIRA_ID)?.status).toBe('cancelled');
    expect(await reopened(storage)).toEqual([AMIRA_ID]);
    expect(TestBed.inject(Roster).cursor).toBe('r2');
  });

  it('many pages of changes become one list again', async () => {
    const storage = await aPhoneWith([anEntry()]);
    const sync = await open(storage);
    for (let n = 0; n < 70; n++) {
      api.rosterPage = () => ({
        upserts: [anEntry({ displayName: `Amira ${n}` })],
        removals: [],
        cursor: `r${n}`,
        full: false,
        more: false,
      });
      await sync.now();
    }
    expect((await storage.pages('roster')).length).toBeLessThan(20);
    await open(storage);
    expect(TestBed.inject(Roster).person(AMIRA_ID)?.displayName).toBe('Amira 69');
    expect(TestBed.inject(Roster).cursor).toBe('r69');
  });

  it('takes over new checkpoints and a new role, and says how it is', async () => {
    const checkpoints = (await aDevice()).checkpoints.map((one) => ({ ...one, name: `New ${one.name}` }));
    api.state = () => aState({ checkpoints, role: 'supervisor' });
    const sync = await open(await aPhoneWith([anEntry()]));
    await sync.now();
    const devices = TestBed.inject(DeviceStore);
    expect([devices.checkpoint()?.name, devices.device()?.role]).toEqual(['New North door', 'supervisor']);
    expect(api.reports[0]).toMatchObject({ queued: 0, parked: 0, appVersion: expect.any(String) });
  });

  it('corrects its clock by what the server measured', async () => {
    jest.setSystemTime(new Date('2027-03-08T09:12:00.000Z'));
    api.state = () => aState({ skewMs: 86_400_000 });
    await (await open(await aPhoneWith([anEntry()]))).now();
    expect(TestBed.inject(DeviceStore).now().toISOString()).toBe('2027-03-09T09:12:00.000Z');
  });

  it('gets in touch every twenty seconds, and at once when the connection returns', async () => {
    api.failure = new NoConnection();
    await (await open(await aPhoneWith([anEntry()]))).now();
    expect(TestBed.inject(ScanQueue).connected()).toBe(false);
    await jest.advanceTimersByTimeAsync(10);
    const before = api.reports.length;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(api.reports).toHaveLength(before + 1);
    api.failure = null;
    globalThis.dispatchEvent(new Event('online'));
    await until(() => TestBed.inject(ScanQueue).connected());
    expect(api.reports).toHaveLength(before + 2);
  });

  it('counts what the server said and what this phone did since, each once', async () => {
    const sync = await open(await aPhoneWith([anEntry()]));
    api.failure = new NoConnection();
    const queue = TestBed.inject(ScanQueue);
    const count = () => TestBed.inject(DoorBook).count();
    expect(count()).toEqual({ admitted: 41, onSite: 40 });
    const scan = {
      id: 'a',
      checkpointId: 'north',
      direction: 'in',
      scannedAt: '2027-03-09T09:12:00.000Z',
      shown: 'admitted',
    } as const;
    await queue.add({
      ...{ scan, at: scan.scannedAt, ticketId: AMIRA_ID, ticket: null, before: null },
      ...{ told: 'admitted', reason: null },
    });
    expect(count()).toEqual({ admitted: 42, onSite: 41 });
    api.failure = null;
    await queue.send();
    expect(count()).toEqual({ admitted: 42, onSite: 41 });
    api.state = () => aState({ count: { admitted: 42, onSite: 41 } });
    api.admissionPage = () => ({
      ...wholeAdmissions({
        ...{ ticketId: AMIRA_ID, checkpointId: 'north', inside: true },
        ...{ firstAdmittedAt: scan.scannedAt, firstDoor: 'North door', lastAt: scan.scannedAt },
      }),
      full: false,
    });
    await sync.now();
    expect(TestBed.inject(Admissions).of(AMIRA_ID, 'north')?.inside).toBe(true);
    expect(count()).toEqual({ admitted: 42, onSite: 41 });
  });

  it('acceptance 37: a withdrawn phone is wiped at its next contact, list and all', async () => {
    const storage = await aPhoneWith([anEntry()]);
    const sync = await open(storage);
    expect(ids()).toHaveLength(1);
    api.failure = new PairingEnded();
    await sync.now();
    TestBed.tick();
    expect(ids()).toEqual([]);
    expect([
      await storage.read('device'),
      await storage.read('state'),
      await storage.pages('roster'),
    ]).toEqual([null, null, []]);
    expect(await storage.pages('admissions')).toEqual([]);
    expect(TestBed.inject(DeviceStore).over()?.why).toBe('withdrawn');
  });

  it('acceptance 37: a day after the event everything goes, in touch or not, by the corrected clock', async () => {
    const { conference } = await aDevice();
    const storage = await aPhoneWith([anEntry()], [], { skewMs: 3_600_000 });
    api.failure = new NoConnection();
    const end = Date.parse(conference.endsAt);
    jest.setSystemTime(end + 22.9 * 3_600_000);
    const sync = await open(storage);
    await sync.now();
    expect(TestBed.inject(DeviceStore).device()).not.toBeNull();
    jest.setSystemTime(end + 23.1 * 3_600_000);
    await sync.now();
    expect(TestBed.inject(DeviceStore).over()).toEqual({ why: 'expired', unsent: 0 });
    expect([await storage.read('device'), await storage.pages('roster')]).toEqual([null, []]);
  });
});
