import { TestBed } from '@angular/core/testing';
import { aDevice, aDoor, admitted, aTicketCode, FakeApi, SHORT_CODE, until } from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { MemoryStorage } from '../platform/door-storage';
import { NoConnection } from '../platform/steward-api';
import { checkCode } from './code-check';
import { Verdicts } from './verdicts';

describe('what the phone alone can tell of a code', () => {
  it('a badge of this event with its signature is genuine', async () => {
    expect(await checkCode(await aTicketCode(), await aDevice())).toEqual({ genuine: true });
  });

  it('acceptance 7: a changed signature is refused without the network', async () => {
    const code = await aTicketCode();
    const forged = code.slice(0, 60) + (code[60] === '7' ? '8' : '7') + code.slice(61);
    expect(await checkCode(forged, await aDevice())).toEqual({ genuine: false, reason: 'damaged-code' });
    expect(await checkCode(code.slice(0, 90), await aDevice())).toMatchObject({ reason: 'damaged-code' });
  });

  it('acceptance 5: another event’s badge has its own reason', async () => {
    expect(await checkCode(await aTicketCode('00000000'), await aDevice())).toMatchObject({
      reason: 'wrong-event',
    });
  });

  it('acceptance 2, 3: other texts and internal ids are unknown; a typed code is left to the server', async () => {
    const device = await aDevice();
    expect(await checkCode('https://example.org', device)).toMatchObject({ reason: 'unknown-code' });
    expect(await checkCode(device.deviceId, device)).toMatchObject({ reason: 'unknown-code' });
    expect(await checkCode(SHORT_CODE, device)).toEqual({ genuine: false });
  });
});

describe('verdicts', () => {
  let api: FakeApi;
  let verdicts: Verdicts;
  const shown = () => verdicts.shown();

  beforeEach(async () => {
    api = new FakeApi();
    const storage = new MemoryStorage();
    await storage.saveDevice(await aDevice());
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    await TestBed.inject(DeviceStore).load();
    verdicts = TestBed.inject(Verdicts);
  });

  it('the server decides on a genuine badge', async () => {
    void verdicts.judge(await aTicketCode());
    expect(shown()?.kind).toBe('checking');
    await until(() => shown()?.kind === 'answered');
    expect(shown()).toMatchObject({ result: { outcome: 'admitted', ticket: { displayName: 'Amira K.' } } });
  });

  it('acceptance 2: what the phone refuses is shown at once, sent all the same, and the answer changes nothing', async () => {
    await verdicts.judge('a poster on the wall');
    await until(() => api.batches.length > 0);
    expect(shown()).toMatchObject({ kind: 'refused-here', reason: 'unknown-code' });
    expect(api.batches.flat()).toMatchObject([{ code: 'a poster on the wall', direction: 'in' }]);
  });

  it('without a connection the scan is kept, and a late answer replaces that while it is still on the screen', async () => {
    api.failure = new NoConnection();
    await verdicts.judge(SHORT_CODE);
    await until(() => shown()?.kind === 'kept');
    api.failure = null;
    globalThis.dispatchEvent(new Event('online'));
    await until(() => shown()?.kind === 'answered');
    expect(new Set(api.sentIds()).size).toBe(1);
  });

  it('an answer that comes after the next scan does not replace the next one’s verdict', async () => {
    api.failure = new NoConnection();
    await verdicts.judge(SHORT_CODE);
    const first = shown()?.scanId ?? '';
    await verdicts.judge('0000-0000');
    const second = shown()?.scanId;
    expect(second).not.toBe(first);
    api.failure = null;
    api.answer = (scan) => (scan.id === first ? admitted(first) : { ...admitted(scan.id), outcome: 'left' });
    globalThis.dispatchEvent(new Event('online'));
    await until(() => shown()?.kind === 'answered');
    expect(shown()).toMatchObject({ scanId: second, result: { outcome: 'left' } });
  });

  it('a supervisor’s override carries its reason', async () => {
    await verdicts.judge(SHORT_CODE, 'Known to their teacher');
    await until(() => api.batches.length > 0);
    expect(api.batches.flat()).toMatchObject([{ override: { reason: 'Known to their teacher' } }]);
  });

  it('the way out sends the same codes as leaving', async () => {
    TestBed.inject(DeviceStore).choose({ direction: 'out', checkpointId: 'lab' });
    await verdicts.judge(SHORT_CODE);
    await until(() => api.batches.length > 0);
    expect(api.batches.flat()).toMatchObject([{ direction: 'out', checkpointId: 'lab' }]);
  });
});
