import { type DeviceRole, type ScanOutcome, verdictWords } from '@lectern/check-in';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser';
import { DoorPhone } from './door-phone';
import { type RunningLectern, startLectern } from './running-lectern';
import { VECTORS_AT_DOOR, type VectorAtDoor, VectorServer } from './vector-door';

/**
 * What no steward can do on this screen. A slip, an unknown code and a coach's code are told while they are typed, or
 * open their party, before there is any verdict. A checkpoint that is gone leaves the list of "More", so that nobody
 * can scan at it. And a steward's phone has no "Let in anyway", which the other vectors see to.
 */
const NOT_ON_SCREEN = [
  'an unknown code',
  'an unknown code, forced',
  'a mistyped code',
  'a coach’s code',
  'a checkpoint that is gone',
  'a group with no place yet, forced by a steward',
  'a repeat, forced by a steward',
  'the wrong session, forced by a steward',
];

const TONES: Record<ScanOutcome, string> = {
  admitted: 'go',
  left: 'go',
  'already-in': 'wait',
  conflict: 'wait',
  refused: 'stop',
};

const cases = VECTORS_AT_DOOR.filter(({ vector }) => !NOT_ON_SCREEN.includes(vector.name));

/** One role's vectors, those of one door and one direction after each other. */
const casesOf = (role: DeviceRole): VectorAtDoor[] => {
  const place = ({ facts, checkpoint }: VectorAtDoor): string => `${facts.direction} ${checkpoint.name}`;
  return cases.filter(({ facts }) => facts.role === role).sort((a, b) => place(a).localeCompare(place(b)));
};

/** What the screen has to say. A welcome and a farewell name the person; everything else is the shared words. */
const expected = ({ vector, facts, displayName }: VectorAtDoor) => {
  const { outcome, reason } = vector;
  const { checkpoint, admission, at, rightPlace } = facts;
  const words = verdictWords({
    ...{ outcome, reason, at, rightPlace },
    ...{ opensAt: checkpoint?.opensAt, closesAt: checkpoint?.closesAt },
    ...{
      firstAdmittedAt: admission?.firstAdmittedAt ?? undefined,
      firstDoor: admission?.firstDoor ?? undefined,
    },
  });
  const tone = TONES[outcome];
  expect(words.title).toBe(vector.title);
  if (tone !== 'go') return { tone, ...words };
  return { tone, title: displayName.split(' ')[0], next: outcome === 'left' ? 'Has left' : 'May go in' };
};

describe('acceptance 47: the shared vectors in a browser', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  /** A phone that holds all that the vectors say and has no server any more. */
  const phoneOf = async (role: DeviceRole): Promise<DoorPhone> => {
    const server = new VectorServer(role);
    const phone = await DoorPhone.pair(browser, `${lectern.url}/steward/#/pair?code=ABCD-EFGH`, 'Jo', {
      withoutWorker: true,
      prepare: (page) => server.answerFor(page),
    });
    await phone.open('More');
    await phone.page.getByText(/^\d+ people on this phone/).waitFor();
    await phone.back();
    server.cutOff();
    await phone.page.evaluate(() => dispatchEvent(new Event('offline')));
    await phone.page.locator('.strip', { hasText: 'Working offline' }).waitFor();
    return phone;
  };

  it('acceptance 47: leaves out only what no screen can say', () => {
    const names = VECTORS_AT_DOOR.map(({ vector }) => vector.name);
    expect(names).toEqual(expect.arrayContaining(NOT_ON_SCREEN));
    expect(casesOf('steward').length + casesOf('supervisor').length).toBe(
      names.length - NOT_ON_SCREEN.length,
    );
  });

  describe.each(['steward', 'supervisor'] as const)('on the phone of a %s', (role) => {
    let phone: DoorPhone;
    let chosen = '';

    beforeAll(async () => {
      phone = await phoneOf(role);
    });

    afterAll(() => phone.visit.context.close());

    const choose = async ({ facts, checkpoint }: VectorAtDoor): Promise<void> => {
      const place = `${facts.direction} ${checkpoint.name}`;
      if (place === chosen) return;
      await phone.open('More');
      const direction = facts.direction === 'in' ? 'Coming in' : 'Leaving';
      await phone.page.locator('label', { hasText: direction }).click();
      await phone.page.locator('label', { hasText: checkpoint.name }).click();
      await phone.back();
      chosen = place;
    };

    /** The verdict on the screen, read at once, since a welcome goes by itself. */
    const shown = () =>
      phone.page.locator('.told:not(.told--asking)').evaluate((told) => ({
        tone: told.getAttribute('data-tone'),
        title: told.querySelector('h1')?.textContent.trim(),
        next: told.querySelector('.next')?.textContent.trim(),
      }));

    it.each(casesOf(role).map((one) => [one.vector.name, one] as const))(
      'acceptance 47: %s',
      async (_name, one) => {
        const { page } = phone;
        await choose(one);
        await phone.type(one.code);
        if (typeof one.facts.ticket === 'string') await page.keyboard.press('Enter');
        let verdict = await shown();
        const anyway = page.getByRole('button', { name: 'Let in anyway' });
        const mayOverride = (await anyway.count()) > 0;
        if (one.facts.override && mayOverride) {
          await anyway.click();
          await page.getByRole('button', { name: 'Known to me or to their teacher' }).click();
          verdict = await shown();
        }
        expect(verdict).toEqual(expected(one));
        expect(role === 'steward' && mayOverride).toBe(false);
      },
    );

    it('acceptance 47: says all of it without a complaint of the browser', () => {
      expect(phone.visit.complaints).toEqual([]);
    });
  });
});
