import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, violations, type Visit } from './browser';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

interface TicketRow {
  readonly id: string;
  readonly code: string;
  readonly displayName: string;
  readonly status: string;
}

interface GroupRow {
  readonly id: string;
  readonly pupilsNamed: number;
  readonly status: string;
  readonly school: { readonly urn: string };
  readonly conference: { readonly status: string };
}

interface Roll {
  readonly schools: readonly {
    readonly people: readonly { readonly ticketId: string; readonly state: string }[];
  }[];
}

/** Harrowmere High School, whose coordinator the demo has. */
const SCHOOL = '900001';

describe('a list after final numbers, on the day itself', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let coordinator: Visit;
  let staff: Visit;
  let group: string;
  let conference: string;

  const read = async <T>(context: BrowserContext, path: string): Promise<T> =>
    (await (await context.request.get(`${lectern.url}/api${path}`)).json()) as T;
  const tickets = async (): Promise<readonly TicketRow[]> =>
    (await read<{ items: TicketRow[] }>(staff.context, `/groups/${group}/tickets`)).items;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    coordinator = await visit(browser, { viewport: PHONE });
    await signIn(coordinator.page, lectern.url, 'coordinator@lectern.example', DEMO_PASSWORD);
    staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
    const conferences = await read<{ items: { id: string; status: string }[] }>(
      staff.context,
      '/conferences?scope=staff',
    );
    conference = conferences.items.find(({ status }) => status === 'live')?.id ?? '';
    const groups = await read<{ items: GroupRow[] }>(staff.context, `/conferences/${conference}/groups`);
    group = groups.items.find(({ school }) => school.urn === SCHOOL)?.id ?? '';
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  /** Scans a code at the main door, as a steward's phone does. */
  const scan = async (code: string): Promise<{ outcome: string; reason?: string }> => {
    const pairing = await staff.context.request.post(
      `${lectern.url}/api/conferences/${conference}/device-pairings`,
      { data: { role: 'steward', label: 'North door' } },
    );
    const { pairingCode } = (await pairing.json()) as { pairingCode: string };
    const paired = await staff.context.request.post(`${lectern.url}/api/check-in/devices`, {
      data: { pairingCode, name: 'Sam' },
    });
    const device = (await paired.json()) as { token: string; checkpoints: { id: string }[] };
    const answer = await fetch(`${lectern.url}/api/check-in/scans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
      body: JSON.stringify({
        scans: [
          {
            id: randomUUID(),
            checkpointId: device.checkpoints[0]?.id,
            code,
            direction: 'in',
            scannedAt: new Date().toISOString(),
          },
        ],
      }),
    });
    const { results } = (await answer.json()) as { results: { outcome: string; reason?: string }[] };
    return results[0] ?? { outcome: 'none' };
  };

  it('a teacher on a phone swaps one pupil for another: the old badge is turned away, the new one is let in', async () => {
    // Nobody comes instead of somebody who is in the building.
    const roll = await read<Roll>(staff.context, `/conferences/${conference}/roll`);
    const away = roll.schools.flatMap(({ people }) => people).filter(({ state }) => state === 'never-came');
    const old = (await tickets()).find(
      ({ id, status }) => status === 'valid' && away.some(({ ticketId }) => ticketId === id),
    );
    const { page } = coordinator;
    await page.goto(`${lectern.url}/groups/${group}/people`);
    await page.getByText('The list is locked.').waitFor();
    await page
      .getByRole('link', { name: `Swap ${old?.displayName ?? ''}`, exact: true })
      .first()
      .click();
    await page.getByLabel('First name').fill('Amira');
    await page.getByLabel('Last name').fill('Newcomer');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Swap ${old?.displayName ?? ''}` }).click();
    await page.getByRole('heading', { level: 1, name: 'Amira Newcomer comes instead' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Print Amira’s badge' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^badges-.*\.pdf$/);

    expect(await scan(old?.code ?? '')).toMatchObject({ outcome: 'refused', reason: 'replaced' });
    const fresh = (await tickets()).find(({ displayName }) => displayName === 'Amira Newcomer');
    expect(await scan(fresh?.code ?? '')).toMatchObject({ outcome: 'admitted' });
  });

  it('the list is locked for the school, until staff open it again with a reason that both see', async () => {
    const teacher = coordinator.page;
    await teacher.goto(`${lectern.url}/groups/${group}/roster`);
    await teacher.getByText('The list is locked.').waitFor();
    expect(await teacher.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
    const refused = await coordinator.context.request.put(`${lectern.url}/api/groups/${group}/roster`, {
      data: { people: [] },
    });
    expect(refused.status()).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'final-numbers-passed' });

    const { page } = staff;
    await page.goto(`${lectern.url}/groups/${group}`);
    await page.getByRole('button', { name: 'Open the list again…' }).click();
    await page.getByLabel('Why may the list change after final numbers?').fill('A second coach was found.');
    await page.getByLabel('For how long?').selectOption('4');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the list', exact: true }).click();
    await page.getByText('The list is open again.').waitFor();

    await teacher.reload();
    await teacher.getByText('A second coach was found.').waitFor();
    await teacher.getByRole('button', { name: 'Add a person' }).waitFor();
    expect(coordinator.complaints).toEqual([]);
    expect(staff.complaints).toEqual([]);
  });
});
