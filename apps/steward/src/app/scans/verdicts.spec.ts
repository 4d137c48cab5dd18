import { TestBed } from '@angular/core/testing';
import type { AdmissionEntry, Checkpoint, RosterEntry, TicketCode } from '@lectern/check-in';
import {
  aDevice,
  aDoor,
  admitted,
  alreadyIn,
  AMIRA_ID,
  anEntry,
  aPartyCode,
  aPhoneWith,
  aTicketCode,
  FakeApi,
  people,
  SHORT_CODE,
  until,
} from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import type { MemoryStorage } from '../platform/door-storage';
import { NoConnection } from '../platform/steward-api';
import { DoorSync } from '../roster/door-sync';
import { Roster } from '../roster/roster';
import { checkCode } from './code-check';
import { ScanQueue } from './scan-queue';
import { Verdicts } from './verdicts';

const forged = (code: string): string => code.slice(0, 60) + (code[60] === '7' ? '8' : '7') + code.slice(61);

describe('what the phone alone can tell of a code', () => {
  it('a badge of this event with its signature is genuine', async () => {
    expect(await checkCode(await aTicketCode(), await aDevice())).toEqual({
      kind: 'ticket',
      ticketId: AMIRA_ID,
      genuine: true,
    });
  });

  it('acceptance 7: a changed signature is refused without the network', async () => {
    const code = await aTicketCode();
    const refused = { kind: 'refused', reason: 'damaged-code' };
    expect(await checkCode(forged(code), await aDevice())).toEqual(refused);
    expect(await checkCode(code.slice(0, 90), await aDevice())).toEqual(refused);
    expect(await checkCode(forged(await aPartyCode()), await aDevice())).toEqual(refused);
  });

  it('acceptance 5: another event’s badge has its own reason', async () => {
    const reading: Pick<TicketCode, 'codeTag'> = { codeTag: '00000000' };
    expect(await checkCode(await aTicketCode(reading.codeTag), await aDevice())).toMatchObject({
      reason: 'wrong-event',
    });
  });

  it('acceptance 2, 3: other texts and internal ids are unknown; a typed code is looked up', async () => {
    const device = await aDevice();
    expect(await checkCode('https://example.org', device)).toMatchObject({ reason: 'unknown-code' });
    expect(await checkCode(device.deviceId, device)).toMatchObject({ reason: 'unknown-code' });
    expect(await checkCode(SHORT_CODE, device)).toEqual({ kind: 'short', shortCode: '00000011' });
  });
});

describe('verdicts', () => {
  let api: FakeApi;
  let storage: MemoryStorage;
  let verdicts: Verdicts;
  const shown = () => verdicts.shown();
  const queue = () => TestBed.inject(ScanQueue);

  const open = async (
    entries: readonly RosterEntry[] = [anEntry()],
    admissions: readonly AdmissionEntry[] = [],
    checkpoints?: readonly Checkpoint[],
  ) => {
    TestBed.resetTestingModule();
    api = new FakeApi();
    storage = await aPhoneWith(entries, admissions, checkpoints ? { checkpoints } : {});
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    await TestBed.inject(DeviceStore).load();
    await TestBed.inject(ScanQueue).load();
    await TestBed.inject(DoorSync).load();
    verdicts = TestBed.inject(Verdicts);
  };
  const offline = () => {
    api.failure = new NoConnection();
    TestBed.inject(Connection).lost();
  };
  const online = () => {
    api.failure = null;
    globalThis.dispatchEvent(new Event('online'));
  };
  const scan = async (code: string) => {
    await verdicts.judge({ code });
    await until(() => shown()?.kind !== 'checking');
    return shown();
  };

  beforeEach(() => open());

  describe('with a connection', () => {
    it('the server decides on a genuine badge', async () => {
      void verdicts.judge({ code: await aTicketCode() });
      expect(shown()?.kind).toBe('checking');
      await until(() => shown()?.kind === 'answered');
      expect(shown()).toMatchObject({ isOwn: false, result: { ticket: { displayName: 'Amira K.' } } });
    });

    it('acceptance 2: what the phone refuses is shown at once, sent all the same, and the answer changes nothing', async () => {
      await verdicts.judge({ code: 'a poster on the wall' });
      await until(() => api.batches.length > 0);
      expect(shown()).toMatchObject({ kind: 'refused-here', reason: 'unknown-code' });
      expect(api.batches.flat()).toMatchObject([{ code: 'a poster on the wall', direction: 'in' }]);
    });

    it('a supervisor’s override carries its reason', async () => {
      await verdicts.judge({ code: SHORT_CODE }, 'Known to their teacher');
      await until(() => api.batches.length > 0);
      expect(api.batches.flat()).toMatchObject([{ override: { reason: 'Known to their teacher' } }]);
    });

    it('the way out sends the same codes as leaving', async () => {
      TestBed.inject(DeviceStore).choose({ direction: 'out', checkpointId: 'lab' });
      await verdicts.judge({ code: SHORT_CODE });
      await until(() => api.batches.length > 0);
      expect(api.batches.flat()).toMatchObject([{ direction: 'out', checkpointId: 'lab' }]);
    });

    it('a coach’s code opens its party and lets nobody in', async () => {
      await verdicts.judge({ code: await aPartyCode() });
      expect([verdicts.party(), shown(), api.batches]).toEqual([GROUP_ID, null, []]);
    });
  });

  describe('offline', () => {
    beforeEach(() => offline());

    it('a person of the list is let in with name, school and flags, and what was shown is sent with the scan', async () => {
      expect(await scan(await aTicketCode())).toMatchObject({
        kind: 'answered',
        isOwn: true,
        result: { outcome: 'admitted', ticket: { displayName: 'Amira K.', school: 'St Bede’s High School' } },
      });
      verdicts.dismiss();
      online();
      await until(() => queue().waiting() === 0);
      expect(api.batches.flat().at(-1)).toMatchObject({ shown: 'admitted' });
      expect(queue().parked()).toEqual([]);
    });

    it('acceptance 32: a second scan on the same phone is already in, with the first time and door', async () => {
      await scan(await aTicketCode());
      const first = queue().recent()[0]?.at;
      expect(await scan(SHORT_CODE)).toMatchObject({
        kind: 'answered',
        result: { outcome: 'already-in', firstAdmittedAt: first, firstDoor: 'North door' },
      });
    });

    it('acceptance 32: also after a reload', async () => {
      await scan(await aTicketCode());
      const kept = storage;
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: aDoor(api, kept) });
      await TestBed.inject(DeviceStore).load();
      await TestBed.inject(ScanQueue).load();
      await TestBed.inject(DoorSync).load();
      verdicts = TestBed.inject(Verdicts);
      TestBed.inject(Connection).lost();
      expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'already-in' } });
    });

    it('what the server said of other doors counts too', async () => {
      const there: AdmissionEntry = {
        ticketId: AMIRA_ID,
        checkpointId: 'north',
        firstAdmittedAt: '2027-03-09T09:12:00.000Z',
        firstDoor: 'South door',
        inside: true,
        lastAt: '2027-03-09T09:12:00.000Z',
      };
      await open([anEntry()], [there]);
      offline();
      expect(await scan(SHORT_CODE)).toMatchObject({
        result: { outcome: 'already-in', firstDoor: 'South door' },
      });
    });

    it('acceptance 33: forged is refused', async () => {
      expect(await scan(forged(await aTicketCode()))).toMatchObject({
        kind: 'refused-here',
        reason: 'damaged-code',
      });
    });

    it.each(['revoked', 'cancelled', 'replaced'] as const)('acceptance 33: %s is refused', async (status) => {
      await open([anEntry({ status })]);
      offline();
      expect(await scan(await aTicketCode())).toMatchObject({
        result: { outcome: 'refused', reason: status },
      });
    });

    it.each([
      ['too-early', { opensAt: '2098-01-01T09:00:00Z', closesAt: null }],
      ['too-late', { opensAt: null, closesAt: '2001-01-01T09:00:00Z' }],
    ])('acceptance 33: %s is refused', async (reason, window) => {
      const { checkpoints } = await aDevice();
      await open(
        [anEntry()],
        [],
        checkpoints.map((one) => ({ ...one, ...window })),
      );
      offline();
      expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'refused', reason } });
    });

    it('a genuine badge that the list does not hold is put to the steward, who lets it in', async () => {
      await open([]);
      offline();
      expect(await scan(await aTicketCode())).toMatchObject({ kind: 'unlisted', genuine: true });
      await verdicts.letInUnlisted();
      expect(shown()).toMatchObject({ kind: 'answered', isOwn: true, result: { outcome: 'admitted' } });
      expect(queue().recent()[0]?.scan).toMatchObject({ shown: 'admitted' });
    });

    it('a typed code that the list does not hold is not let in', async () => {
      await open([]);
      offline();
      expect(await scan(SHORT_CODE)).toMatchObject({ kind: 'unlisted', genuine: false });
      await verdicts.letInUnlisted();
      verdicts.dismiss();
      expect(queue().recent()[0]?.scan).toMatchObject({ shown: 'refused' });
    });

    it('acceptance 20, 23: leaving is never refused, known here or not', async () => {
      TestBed.inject(DeviceStore).choose({ direction: 'out' });
      expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'left' } });
      await open([]);
      offline();
      TestBed.inject(DeviceStore).choose({ direction: 'out' });
      expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'left' } });
    });

    it('a verdict is shown only once the scan is kept', async () => {
      let keep: (() => void) | undefined;
      const put = storage.putRecords.bind(storage);
      storage.putRecords = async (records) => {
        await new Promise<void>((resolve) => (keep = resolve));
        return put(records);
      };
      void verdicts.judge({ code: SHORT_CODE });
      await until(() => keep !== undefined);
      expect(shown()?.kind).toBe('checking');
      keep?.();
      await until(() => shown()?.kind === 'answered');
    });

    it('one that was taken back may come in again', async () => {
      await scan(await aTicketCode());
      await queue().annul(queue().recent()[0]!.id, 'Wrong badge');
      expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'admitted' } });
    });
  });

  it('acceptance 39: among 10,000 tickets a verdict looks up its own ticket and walks no list', async () => {
    await open([...people(10_000), anEntry()]);
    offline();
    await scan(SHORT_CODE);
    verdicts.dismiss();
    const roster = TestBed.inject(Roster);
    const walked = jest.fn();
    for (const walk of ['forEach', 'values', 'entries', 'keys', Symbol.iterator] as const) {
      Object.defineProperty(roster.entries, walk, { value: walked });
    }
    const get = jest.spyOn(roster.entries as Map<string, RosterEntry>, 'get');
    expect(await scan(await aTicketCode())).toMatchObject({ result: { outcome: 'already-in' } });
    expect(walked).not.toHaveBeenCalled();
    expect(get.mock.calls.length).toBeLessThan(10);
  });

  it('a slow server is not waited for, and what let somebody in is not taken from the screen', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    try {
      let answer: (() => void) | undefined;
      const send = api.sendScans.bind(api);
      api.sendScans = async (token, scans) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return send(token, scans);
      };
      api.answer = (one) => alreadyIn(one.id);
      void verdicts.judge({ code: SHORT_CODE });
      await until(() => answer !== undefined);
      await jest.advanceTimersByTimeAsync(1_200);
      expect(shown()).toMatchObject({ isOwn: true, result: { outcome: 'admitted' } });
      answer?.();
      await jest.advanceTimersByTimeAsync(10);
      expect(shown()).toMatchObject({ isOwn: true, result: { outcome: 'admitted' } });
    } finally {
      jest.useRealTimers();
    }
  });

  it('an answer that comes after the next scan does not replace the next one’s verdict', async () => {
    const first = (await scan(SHORT_CODE))?.scanId ?? '';
    api.answer = (one) => ({ ...admitted(one.id), outcome: 'left' });
    const second = await scan('0000-0000');
    expect(second?.scanId).not.toBe(first);
    expect(second).toMatchObject({ result: { outcome: 'left' } });
  });
});

const GROUP_ID = '01957a3c-5b1e-7c44-9d21-0000000000cc';
