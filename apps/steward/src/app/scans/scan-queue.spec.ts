import { TestBed } from '@angular/core/testing';
import type { ScanRequest } from '@lectern/check-in';
import { aDevice, aDoor, admitted, alreadyIn, FakeApi, settled } from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { MemoryStorage } from '../platform/door-storage';
import { NoConnection, PairingEnded, RequestRefused } from '../platform/steward-api';
import { ScanQueue } from './scan-queue';

const aScan = (id: string): ScanRequest => ({
  id,
  checkpointId: 'north',
  code: 'L1',
  direction: 'in',
  scannedAt: '2027-03-09T09:12:00.000Z',
});

const aListener = (seen = true) => ({ answered: jest.fn(() => seen), kept: jest.fn() });

describe('the queue of scans', () => {
  let api: FakeApi;
  let storage: MemoryStorage;
  let queue: ScanQueue;

  beforeEach(async () => {
    jest.useFakeTimers();
    api = new FakeApi();
    storage = new MemoryStorage();
    await storage.saveDevice(await aDevice());
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    await TestBed.inject(DeviceStore).load();
    queue = TestBed.inject(ScanQueue);
    await queue.load();
  });

  afterEach(() => jest.useRealTimers());

  it('keeps a scan on the phone before it sends it', async () => {
    const order: string[] = [];
    storage.putScan = async () => void order.push('kept');
    api.answer = (scan) => {
      order.push('sent');
      return admitted(scan.id);
    };
    await queue.add(aScan('a'), false, aListener());
    await settled();
    expect(order).toEqual(['kept', 'sent']);
  });

  it('forgets an answered scan, and tells the answer to whoever waits for it', async () => {
    const listener = aListener();
    await queue.add(aScan('a'), false, listener);
    await settled();
    expect(listener.answered).toHaveBeenCalledWith(admitted('a'));
    expect(queue.waiting()).toBe(0);
    expect(await storage.scans()).toEqual([]);
  });

  it('keeps a scan without a connection, says so, and sends the same scan again later', async () => {
    const listener = aListener();
    api.failure = new NoConnection();
    await queue.add(aScan('a'), false, listener);
    await settled();
    expect(listener.kept).toHaveBeenCalledTimes(1);
    expect([queue.waiting(), queue.connected()]).toEqual([1, false]);

    api.failure = null;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(api.sentIds()).toEqual(['a', 'a']);
    expect([queue.waiting(), queue.connected()]).toEqual([0, true]);
  });

  it('sends what an earlier visit of the page left behind', async () => {
    await storage.putScan({ scan: aScan('a'), refusedHere: false });
    await queue.load();
    await settled();
    expect(api.sentIds()).toEqual(['a']);
  });

  it('acceptance 35: a refusal that nobody saw is parked in sight until settled, also over a reload', async () => {
    api.answer = (scan) => alreadyIn(scan.id);
    await queue.add(aScan('a'), false, aListener(false));
    await settled();
    expect(queue.waiting()).toBe(0);
    expect(queue.parked().map((one) => one.parked)).toEqual([alreadyIn('a')]);

    await queue.load();
    expect(queue.parked()).toHaveLength(1);
    queue.settle('a');
    await settled();
    expect(await storage.scans()).toEqual([]);
  });

  it('parks neither what the steward saw nor what the phone had refused itself nor a late welcome', async () => {
    api.answer = (scan) => (scan.id === 'c' ? admitted('c') : alreadyIn(scan.id));
    await queue.add(aScan('a'), false, aListener(true));
    await queue.add(aScan('b'), true, aListener(false));
    await queue.add(aScan('c'), false, aListener(false));
    await settled();
    expect([queue.waiting(), queue.parked().length]).toEqual([0, 0]);
  });

  it('is never blocked by one scan that the server will not have', async () => {
    api.failure = new NoConnection();
    for (const id of ['a', 'b', 'c']) await queue.add(aScan(id), false, aListener(false));
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

  it('acceptance 37: a withdrawn phone stops at its next contact and is wiped', async () => {
    api.failure = new PairingEnded();
    await queue.add(aScan('a'), false, aListener());
    await settled();
    TestBed.tick();
    expect(TestBed.inject(DeviceStore).over()).toEqual({ why: 'withdrawn', unsent: 1 });
    expect([await storage.device(), await storage.scans()]).toEqual([null, []]);
    expect(queue.waiting()).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(api.batches).toHaveLength(1);
  });
});
