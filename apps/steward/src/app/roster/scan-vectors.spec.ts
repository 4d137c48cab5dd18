import { TestBed } from '@angular/core/testing';
import type { Checkpoint, ScanFacts } from '@lectern/check-in';
import { factsOf, SCAN_VECTORS } from '@lectern/check-in/testing';
import { AMIRA_ID, aDevice, aDoor, anEntry, aPhoneWith, aState, FakeApi, people } from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { viewVerdict } from '../door/verdict-view';
import { Connection } from '../platform/connection';
import { ScanQueue } from '../scans/scan-queue';
import { Verdicts } from '../scans/verdicts';
import { DoorBook } from './door-book';
import { DoorSync } from './door-sync';

type Placed = ScanFacts & { readonly ticket: Exclude<ScanFacts['ticket'], string> };

const SLOT = { slotId: 'slot', room: null, pupilPlaces: null, isPlaced: true } as const;

/** Vectors about a ticket at a checkpoint; those about codes are what `code-check` tells before any ticket is known. */
const cases = SCAN_VECTORS.map((vector) => ({ vector, facts: factsOf(vector) })).filter(
  (one): one is { vector: (typeof SCAN_VECTORS)[number]; facts: Placed } =>
    typeof one.facts.ticket !== 'string' && one.facts.checkpoint !== null,
);

const checkpointsOf = async ({ checkpoint, rightPlace }: Placed): Promise<Checkpoint[]> => {
  const [, north] = (await aDevice()).checkpoints;
  const session = checkpoint?.session
    ? Object.assign({ ...SLOT, sessionId: 'here', title: 'Here' }, checkpoint.session)
    : null;
  const here = { ...north!, ...checkpoint, id: 'north', session } as Checkpoint;
  const there = { ...SLOT, sessionId: 'there', title: rightPlace ?? 'There' };
  return [here, { ...north!, id: 'there', isMainDoor: false, session: there }];
};

/** A phone that knows exactly what a vector says, and has no server to ask. */
const phoneThatKnows = async (facts: Placed): Promise<void> => {
  const checkpoints = await checkpointsOf(facts);
  const others = people(20).slice(10, 10 + (facts.sessionCount ?? 0));
  const at = (ticketId: string, admission: NonNullable<ScanFacts['admission']>) => ({
    ...admission,
    ...{ ticketId, checkpointId: 'north', lastAt: '2027-01-12T09:02:00.000Z' },
  });
  const there = { firstAdmittedAt: '2027-01-12T09:00:00.000Z', firstDoor: 'North door', inside: true };
  const storage = await aPhoneWith(
    [anEntry(facts.ticket), ...others],
    [
      ...(facts.admission ? [at(AMIRA_ID, facts.admission)] : []),
      ...others.map(({ ticketId }) => at(ticketId, there)),
    ],
    { checkpoints, role: facts.role },
  );
  const placements = facts.inSession
    ? [{ groupId: 'group', sessionId: 'here' }]
    : facts.rightPlace
      ? [{ groupId: 'group', sessionId: 'there' }]
      : [];
  await storage.save('state', await aState({ checkpoints, role: facts.role, placements }));
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: aDoor(new FakeApi(), storage) });
  await TestBed.inject(DeviceStore).load();
  await TestBed.inject(ScanQueue).load();
  await TestBed.inject(DoorSync).load();
  TestBed.inject(Connection).lost();
  TestBed.inject(DeviceStore).choose({ direction: facts.direction });
};

describe('acceptance 47: the shared vectors on the phone', () => {
  it.each(cases.map(({ vector, facts }) => [vector.name, vector, facts] as const))(
    'acceptance 47: %s',
    async (_name, vector, facts) => {
      await phoneThatKnows(facts);
      jest.spyOn(TestBed.inject(DeviceStore), 'now').mockReturnValue(new Date(facts.at));
      const verdicts = TestBed.inject(Verdicts);
      await verdicts.judge({ ticketId: AMIRA_ID }, facts.override ? 'Known to me' : undefined);
      const shown = verdicts.shown();
      expect(shown).toMatchObject({ kind: 'answered', result: { outcome: vector.outcome } });
      expect(shown?.kind === 'answered' ? shown.result.reason : undefined).toBe(vector.reason);
      const checkpoint = TestBed.inject(DeviceStore).checkpoint();
      const view = viewVerdict(shown!, { checkpoint, waiting: 0, role: facts.role, at: facts.at });
      // A welcome and a farewell name the person; everything else is told in the shared words.
      expect(view?.title).toBe(['admitted', 'left'].includes(vector.outcome) ? 'Amira' : vector.title);
      expect(TestBed.inject(DoorBook).person(AMIRA_ID)).not.toBeNull();
    },
  );
});
