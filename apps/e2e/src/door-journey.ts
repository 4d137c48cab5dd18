import type { RosterEntry } from '@lectern/check-in';
import type { DoorPhone } from './door-phone';
import type { DoorServer } from './door-server';

const STAYED_AWAY = 2;

/** Who comes to the door in a journey: some one by one, and then a party of whom two stay away. */
export interface Comers {
  readonly oneByOne: readonly RosterEntry[];
  readonly party: readonly RosterEntry[];
}

/** As many people as are wanted of those who have not come; the party is the largest, and lends people last. */
export const comersOf = async (server: DoorServer, count: number): Promise<Comers> => {
  const [party = [], ...others] = [...(await server.expected()).values()].sort((a, b) => b.length - a.length);
  const oneByOne = [...others.flat(), ...party].slice(0, count);
  const lent = new Set(oneByOne.map(({ ticketId }) => ticketId));
  const rest = party.filter(({ ticketId }) => !lent.has(ticketId)).length;
  if (oneByOne.length < count || rest <= STAYED_AWAY) throw new Error('The demo has too few people to come.');
  return { oneByOne, party };
};

/** Takes back the latest scan of somebody. */
const undo = async (phone: DoorPhone, { displayName }: RosterEntry): Promise<void> => {
  const { page } = phone;
  await phone.open('More');
  await page.getByRole('button', { name: 'Recent scans, undo' }).click();
  await page
    .getByRole('button', { name: `Undo ${displayName}`, exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: 'Wrong badge' }).click();
  await page.getByText('⟲ Taken back').waitFor();
  await phone.back();
};

/** Lets in what is left of a party in one go, but for those who stayed away. */
const letPartyIn = async (phone: DoorPhone, { oneByOne, party }: Comers) => {
  const { page } = phone;
  const isIn = new Set(oneByOne.map(({ ticketId }) => ticketId));
  const rest = party.filter(({ ticketId }) => !isIn.has(ticketId));
  const [absent, present] = [rest.slice(0, STAYED_AWAY), rest.slice(STAYED_AWAY)];
  await phone.open('More');
  await page.getByRole('button', { name: 'Parties' }).click();
  await page.getByLabel('School').fill(party[0]?.school ?? '');
  await page.locator('.lines button').first().click();
  for (const { displayName } of absent) {
    await page.locator('.lines label', { hasText: displayName }).first().locator('input').uncheck();
  }
  await page.getByRole('button', { name: `Let in ${present.length}` }).click();
  await page.getByText(`${party.length - STAYED_AWAY} in, ${STAYED_AWAY} absent`).waitFor();
  return { absent, present };
};

/**
 * The journey of a phone without a connection: people are scanned one by one, the first is taken back, a party comes
 * with two absentees, the phone is reloaded, and once it is online again everybody is there once.
 */
export const offlineJourney = async (
  server: DoorServer,
  phone: DoorPhone,
  comers: Comers,
  /** Scans them, each once and in their order, on the phone that is offline. */
  scanOneByOne: () => Promise<void>,
): Promise<void> => {
  const { page } = phone;
  const { oneByOne } = comers;
  const [undone, next, ...others] = oneByOne;
  if (!undone || !next) throw new Error('The journey needs two people or more.');
  const before = await server.attendance();
  await phone.readyForOffline();
  await phone.offline();

  await scanOneByOne();
  expect(await phone.strip()).toBe(`Working offline, ${oneByOne.length} scans to send`);
  await undo(phone, undone);
  const { absent, present } = await letPartyIn(phone, comers);

  await page.reload();
  await page.getByRole('button', { name: 'More' }).waitFor();
  const waiting = oneByOne.length + 1 + present.length;
  expect(await phone.strip()).toBe(`Working offline, ${waiting} scans to send`);
  await phone.type(next.shortCode);
  await phone.told('wait').waitFor();
  expect(await phone.told('wait').textContent()).toMatch(/Already in, \d\d:\d\d/);
  await page.keyboard.press('Escape');
  expect((await server.attendance()).admitted).toBe(before.admitted);

  await phone.online();
  await phone.allSent();
  const there = await server.atMainDoor();
  const inside = (entry: RosterEntry): boolean => there.get(entry.ticketId)?.inside ?? false;
  const letIn = [next, ...others, ...present];
  expect(letIn.filter((entry) => !inside(entry))).toEqual([]);
  expect([undone, ...absent].filter(inside)).toEqual([]);
  const after = await server.attendance();
  expect(after.admitted - before.admitted).toBe(letIn.length);
  expect(after.onSite - before.onSite).toBe(letIn.length);
  expect(after.conflicts).toBe(before.conflicts);
  expect(phone.visit.complaints).toEqual([]);
};
