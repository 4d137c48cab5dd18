import { TestBed } from '@angular/core/testing';
import { type Conflict, type DoorWalkInRequest, MISSING_PROCEDURE } from '@lectern/check-in';
import { admitted, AMIRA_ID, anEntry, aPhoneWith, aState, FakeApi, people } from '../../testing/door';
import { openPanel } from '../../testing/panel';
import { NoConnection, RequestRefused } from '../platform/steward-api';
import { ScanQueue } from '../scans/scan-queue';
import { Verdicts } from '../scans/verdicts';
import { ConflictsPanel } from './conflicts-panel';
import { MissingPanel } from './missing-panel';
import { RecentPanel } from './recent-panel';
import { RollPanel } from './roll-panel';
import { WalkInPanel } from './walk-in-panel';

const supervisor = { role: 'supervisor' } as const;

const aConflict: Conflict = {
  id: 'conflict',
  ticketId: AMIRA_ID,
  displayName: 'Amira K.',
  school: 'St Bede’s High School',
  checkpointId: 'north',
  checkpoint: 'North door',
  first: { scanId: 'a', deviceId: 'd1', device: 'Jo, North', at: '2027-03-09T09:12:00.000Z' },
  second: { scanId: 'b', deviceId: 'd2', device: 'Kim, South', at: '2027-03-09T09:14:00.000Z' },
  settledAt: null,
  settledBy: null,
  reason: null,
};

describe('what is taken back', () => {
  it('acceptance 29: a scan is undone with a reason, and the person may come in again', async () => {
    const api = new FakeApi();
    const storage = await aPhoneWith([anEntry()]);
    const { press, text, says } = await openPanel(RecentPanel, { api, storage, offline: true });
    await TestBed.inject(Verdicts).judge({ ticketId: AMIRA_ID });
    await says('● Let in');
    expect(text()).toContain('Amira K.');
    await press('Undo');
    await press('Wrong badge');
    await says('⟲ Taken back');
    const annulment = (await storage.records()).find(({ kind }) => kind === 'annulment');
    expect(annulment).toMatchObject({ reason: 'Wrong badge' });
  });
});

describe('conflicts', () => {
  const open = async (role: 'steward' | 'supervisor') => {
    const api = new FakeApi();
    api.state = () => aState({ conflicts: [aConflict], role });
    return {
      api,
      ...(await openPanel(ConflictsPanel, { api, storage: await aPhoneWith([], [], { role }) })),
    };
  };

  it('a steward sees both sides, and whom to tell', async () => {
    const { text, button } = await open('steward');
    expect(text()).toContain('09:12, North doorJo, North');
    expect(text()).toContain('09:14, North doorKim, South');
    expect(text()).toContain('Tell a supervisor');
    expect(button('Settle it')).toBeUndefined();
  });

  it('a supervisor settles one with a reason', async () => {
    const { api, press, says } = await open('supervisor');
    const settled: string[][] = [];
    api.settleConflict = async (_token, id, reason) => {
      settled.push([id, reason]);
      api.state = () => aState({ conflicts: [], role: 'supervisor' });
      return aConflict;
    };
    await press('Settle it');
    await press('The same person, scanned at both doors');
    await says('Nothing is open.');
    expect(settled).toEqual([['conflict', 'The same person, scanned at both doors']]);
  });
});

describe('the roll on the phone', () => {
  it('counts everybody once, by its own list and its own scans, without a connection', async () => {
    const api = new FakeApi();
    const storage = await aPhoneWith([...people(3), anEntry({ ticketId: 'gone', status: 'cancelled' })]);
    api.failure = new NoConnection();
    const { text, says } = await openPanel(RollPanel, { api, storage, offline: true });
    expect(text()).toContain('● 0 here○ 0 left✕ 3 never came');
    for (const { ticketId } of people(2)) await TestBed.inject(Verdicts).judge({ ticketId });
    await TestBed.inject(Verdicts).judge({ ticketId: people(1)[0]!.ticketId }, undefined, 'out');
    await says('● 1 here○ 1 left✕ 1 never came');
    expect(text()).toContain('By what this phone knows.');
    expect(TestBed.inject(ScanQueue).waiting()).toBe(3);
  });
});

describe('somebody without a booking', () => {
  const filled = async (api: FakeApi, offline = false) => {
    const panel = await openPanel(WalkInPanel, {
      api,
      storage: await aPhoneWith([anEntry()], [], supervisor),
      offline,
    });
    const fill = async () => {
      await panel.type('group', 'group');
      await panel.type('given', 'Noor');
      await panel.type('family', 'Hassan');
      await panel.type('year', '9');
      await panel.type('reason', 'The teacher forgot to add her');
    };
    return { ...panel, fill };
  };

  it('is sent with everything, and over the places only when the supervisor says so knowingly', async () => {
    const api = new FakeApi();
    const sent: DoorWalkInRequest[] = [];
    api.walkIn = async (_token, request) => {
      sent.push(request);
      if (!request.overPlaces) throw new RequestRefused({ code: 'no-places-left', detail: 'Full.' });
      return admitted(request.id);
    };
    const { fill, submit, says } = await filled(api);
    await fill();
    await submit();
    await says('Every place is taken');
    await submit();
    await says('Amira K. is in');
    expect(sent).toMatchObject([
      { givenName: 'Noor', familyName: 'Hassan', yearGroup: 9, groupId: 'group', checkpointId: 'north' },
      { overPlaces: true },
    ]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it('says what is missing, and sends nothing', async () => {
    const api = new FakeApi();
    api.walkIn = jest.fn();
    const { fill, type, submit, text } = await filled(api);
    await fill();
    await type('year', '99');
    await submit();
    expect(text()).toContain('Year group must be 7 to 13.');
    expect(api.walkIn).not.toHaveBeenCalled();
  });

  it('offline it says plainly to use the paper list', async () => {
    const { text, host } = await filled(new FakeApi(), true);
    expect(text()).toContain('paper list');
    expect(host.querySelector('form')).toBeNull();
  });
});

describe('a missing pupil', () => {
  const steps = async (changes: Parameters<typeof aState>[0]) => {
    const storage = await aPhoneWith([anEntry()], [], supervisor);
    const api = new FakeApi();
    api.state = () => aState({ ...supervisor, ...changes });
    const { host } = await openPanel(MissingPanel, { api, storage, offline: true });
    return [...host.querySelectorAll('.procedure strong')].map((title) => title.textContent);
  };

  it('is looked for by the standard steps', async () => {
    expect(await steps({})).toEqual(MISSING_PROCEDURE.map(({ title }) => title));
  });

  it('is looked for by the host’s own steps, which the phone keeps without a connection', async () => {
    const own = { id: 'step-1', title: 'Ring the duty manager', how: '', after: 0, done: 'Done: it.' };
    expect(await steps({ missingProcedure: [own] })).toEqual(['Ring the duty manager']);
  });
});
