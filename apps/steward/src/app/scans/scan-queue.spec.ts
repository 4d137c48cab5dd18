import { TestBed } from '@angular/core/testing';
import type { ScanRequest } from '@lectern/check-in';
import {
  aDoor,
  admitted,
  alreadyIn,
  AMIRA_ID,
  aPhoneWith,
  anEntry,
  FakeApi,
  settled,
} from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import type { MemoryStorage } from '../platform/door-storage';
import { recordOfFormerScan } from '../platform/former-scans';
import { NoConnection, PairingEnded, RequestRefused } from '../platform/steward-api';
import { type NewScan, ScanQueue } from './scan-queue';

const aRequest = (id: string): ScanRequest => ({
  id,
  checkpointId: 'north',
  code: 'L1',
  direction: 'in',
  scannedAt: '2027-03-09T09:12:00.000Z',
});

const aScan = (id: string, changes: Partial<NewScan> = {}): NewScan => ({
  scan: aRequest(id),
  at: new Date().toISOString(),
  ticketId: AMIRA_ID,
  ticket: null,
  before: null,
  told: null,
  reason: null,
  ...changes,
});

const aListener = (seen = true) => ({ answered: jest.fn(() => seen), kept: jest.fn() });

describe('the queue of scans', () => {
  let api: FakeApi;
  let storage: MemoryStorage;
  let queue: ScanQueue;

  const unsent = async () => (await storage.records()).filter((record) => !record.sent).map(({ id }) => id);

  beforeEach(async () => {
    jest.useFakeTimers();
    api = new FakeApi();
    storage = await aPhoneWith([anEntry()]);
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    await TestBed.inject(DeviceStore).load();
    queue = TestBed.inject(ScanQueue);
    await queue.load();
  });

  afterEach(() => jest.useRealTimers());

  it('keeps a scan on the phone before it sends it', async () => {
    const order: string[] = [];
    storage.putRecords = async () => void order.push('kept');
    api.answer = (scan) => {
      order.push('sent');
      return admitted(scan.id);
    };
    await queue.add(aScan('a'), aListener());
    await settled();
    expect(order).toEqual(['kept', 'sent', 'kept']);
  });

  it('tells the answer to whoever waits for it, and does not send the scan again', async () => {
    const listener = aListener();
    await queue.add(aScan('a'), listener);
    await settled();
    expect(listener.answered).toHaveBeenCalledWith(admitted('a'));
    expect([queue.waiting(), await unsent()]).toEqual([0, []]);
    await queue.load();
    await settled();
    expect(api.sentIds()).toEqual(['a']);
  });

  it('acceptance 34: keeps a scan without a connection, and sends the same scan later with its time and id', async () => {
    const listener = aListener();
    api.failure = new NoConnection();
    await queue.add(aScan('a'), listener);
    await settled();
    expect(listener.kept).toHaveBeenCalledTimes(1);
    expect([queue.waiting(), queue.connected()]).toEqual([1, false]);

    api.failure = null;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(api.batches).toEqual([[aRequest('a')], [aRequest('a')]]);
    expect([queue.waiting(), queue.connected()]).toEqual([0, true]);
  });

  it('sends what an earlier visit of the page left behind', async () => {
    await storage.putRecords([recordOfFormerScan({ scan: aRequest('a'), refusedHere: false }, 0)]);
    await queue.load();
    await settled();
    expect(api.sentIds()).toEqual(['a']);
  });

  it('acceptance 35: a refusal that nobody saw is parked in sight until settled, also over a reload', async () => {
    api.answer = (scan) => alreadyIn(scan.id);
    await queue.add(aScan('a'), aListener(false));
    await settled();
    expect(queue.waiting()).toBe(0);
    expect(queue.parked().map((one) => one.parked)).toEqual([alreadyIn('a')]);

    await queue.load();
    expect(queue.parked()).toHaveLength(1);
    queue.settle('a');
    await settled();
    expect(queue.parked()).toEqual([]);
    await queue.load();
    expect(queue.parked()).toEqual([]);
  });

  it('parks neither what the steward saw nor what the phone had refused itself nor a late welcome', async () => {
    api.answer = (scan) => (scan.id === 'c' ? admitted('c') : alreadyIn(scan.id));
    await queue.add(aScan('a'), aListener(true));
    await queue.add(aScan('b', { told: 'refused' }), aListener(false));
    await queue.add(aScan('c'), aListener(false));
    await settled();
    expect([queue.waiting(), queue.parked().length]).toEqual([0, 0]);
  });

  it('acceptance 36: one who was let in offline although cancelled is parked with the flag', async () => {
    const result = { ...admitted('a'), reason: 'cancelled' as const };
    api.answer = () => result;
    const scan = { ...aRequest('a'), shown: 'admitted' as const };
    await queue.add(aScan('a', { scan, told: 'admitted' }));
    await settled();
    expect(queue.parked().map((one) => one.parked)).toEqual([result]);
  });

  it('says again what it said at the door when the server refuses late: whoever went in is counted', async () => {
    let answer: (() => void) | undefined;
    const send = api.sendScans.bind(api);
    api.sendScans = async (token, scans) => {
      if (!answer) await new Promise<void>((resolve) => (answer = resolve));
      return send(token, scans);
    };
    api.answer = (scan) => (scan.shown ? { ...admitted(scan.id), outcome: 'conflict' } : alreadyIn(scan.id));
    await queue.add(aScan('a'), aListener(false));
    await queue.tell('a', 'admitted');
    answer?.();
    await settled();
    await settled();
    const [first, second] = api.batches.flat();
    expect([first?.shown, second?.shown]).toEqual([undefined, 'admitted']);
    expect(second).toMatchObject({ scannedAt: first?.scannedAt, code: 'L1' });
    expect([queue.waiting(), queue.parked()]).toEqual([0, []]);
  });

  it('is never blocked by one scan that the server will not have', async () => {
    api.failure = new NoConnection();
    for (const id of ['a', 'b', 'c']) await queue.add(aScan(id), aListener(false));
    await settled();
    api.failure = null;
    const send = api.sendScans.bind(api);
    api.sendScans = async (token, scans) => {
      if (scans.some((scan) => scan.id === 'b')) throw new RequestRefused({});
      return send(token, scans);
    };
    await jest.advanceTimersByTimeAsync(15_000);
    expect(queue.waiting()).toBe(0);
    expect(queue.parked().map((one) => [one.scan.id, one.parked?.reason])).toEqual([['b', 'bad-scan']]);
  });

  it('acceptance 29: a scan taken back goes to the server after it, in their order, with the reason', async () => {
    api.failure = new NoConnection();
    await queue.add(aScan('a', { told: 'admitted' }));
    await queue.annul('a', 'Wrong badge');
    await queue.add(aScan('b', { told: 'admitted' }));
    expect(queue.waiting()).toBe(3);
    api.failure = null;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(api.annulled).toEqual([{ scanId: 'a', reason: 'Wrong badge' }]);
    expect(api.batches.filter((batch) => batch.length > 0).at(-1)).toMatchObject([{ id: 'b' }]);
    expect(queue.waiting()).toBe(0);
  });

  it('acceptance 29: takes nothing back that is older than fifteen minutes or was refused', async () => {
    const old = new Date(Date.now() - 16 * 60_000).toISOString();
    await queue.add(aScan('a', { told: 'admitted', at: old }));
    await queue.add(aScan('b', { told: 'refused' }));
    for (const id of ['a', 'b']) await queue.annul(id, 'Wrong badge');
    await settled();
    expect(api.annulled).toEqual([]);
  });

  it('acceptance 30: what the server does not take back stands, and is said', async () => {
    await queue.add(aScan('a', { told: 'admitted' }));
    await settled();
    api.annul = () => Promise.reject(new RequestRefused({ detail: 'Only a supervisor may.' }));
    await queue.annul('a', 'Wrong badge');
    await settled();
    expect(queue.recent()[0]?.annulledBy).toBeNull();
    expect(queue.refusedAnnulments()).toMatchObject([{ scanId: 'a', refused: 'Only a supervisor may.' }]);
  });

  it('keeps the last twenty of what the server knows, and whatever is not settled', async () => {
    for (let n = 0; n < 25; n++)
      await queue.add(aScan(`s${String(n).padStart(2, '0')}`, { told: 'admitted' }));
    api.answer = (scan) => alreadyIn(scan.id);
    await settled();
    await queue.absorb(queue.answeredSoFar());
    expect((await storage.records()).map(({ id }) => id)[0]).toBe('s05');
    expect(queue.recent()).toHaveLength(20);
  });

  it('acceptance 37: a withdrawn phone stops at its next contact and is wiped', async () => {
    api.failure = new PairingEnded();
    await queue.add(aScan('a'), aListener());
    await settled();
    TestBed.tick();
    expect(TestBed.inject(DeviceStore).over()).toEqual({ why: 'withdrawn', unsent: 1 });
    expect([await storage.read('device'), await storage.records(), await storage.pages('roster')]).toEqual([
      null,
      [],
      [],
    ]);
    expect(queue.waiting()).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(api.batches).toHaveLength(1);
  });
});
