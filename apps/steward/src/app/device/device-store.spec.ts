import { TestBed } from '@angular/core/testing';
import { aDevice, aDoor, FakeApi } from '../../testing/door';
import { MemoryStorage } from '../platform/door-storage';
import { recordOfFormerScan } from '../platform/former-scans';
import { RequestRefused } from '../platform/steward-api';
import { DeviceStore } from './device-store';

describe('the paired phone', () => {
  const storage = () => TestBed.inject(MemoryStorage);
  let api: FakeApi;

  const aStore = (kept = new MemoryStorage()) => {
    TestBed.resetTestingModule();
    api = new FakeApi();
    TestBed.configureTestingModule({
      providers: [...aDoor(api, kept), { provide: MemoryStorage, useValue: kept }],
    });
    return TestBed.inject(DeviceStore);
  };

  it('is paired with a code and a name, and still after a reload', async () => {
    await aStore().pair('ABCD-EFGH', 'Jo Steward');
    const afterReload = aStore(storage());
    expect(afterReload.device()).toBeNull();
    await afterReload.load();
    expect(afterReload.device()?.stewardName).toBe('Jo Steward');
  });

  it('stands at the main door until another checkpoint is chosen, and keeps the choice', async () => {
    const store = aStore();
    await store.pair('ABCD-EFGH', 'Jo');
    expect(store.checkpoint()?.name).toBe('North door');
    store.choose({ checkpointId: 'lab', direction: 'out' });
    const afterReload = aStore(storage());
    await afterReload.load();
    expect([afterReload.checkpoint()?.name, afterReload.settings().direction]).toEqual(['Laboratory', 'out']);
  });

  it('keeps a standing pairing when a new code is refused', async () => {
    const store = aStore();
    await store.pair('ABCD-EFGH', 'Jo');
    api.pairing = () => Promise.reject(new RequestRefused({ detail: 'Ask for a new code.' }));
    await expect(store.pair('WRONG', 'Kim')).rejects.toThrow('Ask for a new code.');
    expect(store.device()?.stewardName).toBe('Jo');
    expect(await storage().read('device')).not.toBeNull();
  });

  it('leaves nothing on the phone when the pairing ends, and says what was not sent', async () => {
    const kept = new MemoryStorage();
    await kept.save('device', await aDevice());
    const scan = {
      id: 'a',
      checkpointId: 'north',
      direction: 'in',
      scannedAt: '2027-03-09T09:12:00Z',
    } as const;
    await kept.putRecords([recordOfFormerScan({ scan, refusedHere: false }, 0)]);
    const store = aStore(kept);
    await store.load();
    await store.end('unpaired');
    expect([
      store.device(),
      await kept.read('device'),
      await kept.read('settings'),
      await kept.records(),
    ]).toEqual([null, null, null, []]);
    expect(store.over()).toEqual({ why: 'unpaired', unsent: 1 });
  });
});
