import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_SOURCES } from '../../build.mjs';

const PARTY = 500;
const EMAIL = 'bench@example.org';
const PASSWORD = 'violet-harbour-lantern';
const GIVEN = ['Łucja', 'Wren', 'Siobhán', 'Bartholomew', 'Jo', 'Maximilian', 'Teal', 'Oluwaseun'];
const FAMILY = ['Oakley', 'O’Hara', 'Featherstone-Hughes', 'Li', 'Nowak', 'Ashby', 'Wiśniewska'];

const urnOf = (at) => String(900_100 + at);

/** Runs one of the operator's commands on the embedded database of a folder. */
const command = (home, words) =>
  execFileSync(process.execPath, [join(API_SOURCES, 'cli.js'), ...words], {
    env: {
      ...process.env,
      LECTERN_HOME: home,
      LECTERN_DEMO: 'off',
      LOG_LEVEL: 'silent',
      DATABASE_URL: '',
      LECTERN_ADMIN_PASSWORD: PASSWORD,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** An empty database with the invented schools and somebody who may sign in. */
export const prepare = (home, groups) => {
  const lines = Array.from(
    { length: groups },
    (_, at) => `${urnOf(at)},School ${at},01-09-2012,Ormskirk,L39 1AA`,
  );
  const file = join(home, 'schools.csv');
  writeFileSync(file, ['urn,name,open_date,town,postcode', ...lines].join('\n'));
  command(home, ['import-schools', file]);
  command(home, ['create-admin', EMAIL]);
};

/** Calls the running product as its administrator. */
export const signIn = async (port) => {
  const address = `http://127.0.0.1:${port}/api`;
  const signed = await fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0];
  const call = async (method, path, body) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { cookie, call };
};

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A conference with so many named people in groups of 500; gives its id, and the badges as they should be drawn. */
export const fill = async ({ call }, count) => {
  const conference = await call('POST', '/conferences', {
    title: 'Mathematics beyond the classroom',
    summary: 'A day of mathematics on campus.',
    venue: { name: 'The Arden Building', address: 'St Helens Road' },
    startsAt: day(60),
    endsAt: day(60.2),
    yearGroups: [9, 10],
    pupilPlaces: count,
    allocation: 'first-come',
    registrationOpensAt: day(-1),
    registrationClosesAt: day(40),
    finalNumbersAt: day(50),
  });
  for (const to of ['published', 'registration-open']) {
    await call('POST', `/conferences/${conference.id}/transitions`, { to });
  }
  const badges = [];
  for (let at = 0; at * PARTY < count; at++) {
    const group = await call('POST', `/conferences/${conference.id}/groups`, {
      schoolUrn: urnOf(at),
      pupilsWanted: PARTY,
      adults: 50,
      visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
    });
    const people = Array.from({ length: PARTY }, (_, n) => ({
      kind: 'pupil',
      givenName: GIVEN[n % GIVEN.length],
      familyName: `${FAMILY[n % FAMILY.length]}${n % 50}`,
      yearGroup: 9,
      photoConsent: 'yes',
    }));
    await call('PUT', `/groups/${group.id}/roster`, { people });
    const { items } = await call('GET', `/groups/${group.id}/tickets`);
    const school = `School ${at}`;
    items.forEach(({ code, shortCode }, n) => badges.push({ ...people[n], school, code, shortCode }));
  }
  return { id: conference.id, badges };
};
