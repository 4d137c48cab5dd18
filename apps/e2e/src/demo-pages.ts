import type { Browser, Page } from 'playwright-core';
import { signIn, visit } from './browser';
import { DEMO_PASSWORD, type RunningLectern } from './running-lectern';

export const ROLES = ['nobody', 'staff', 'coordinator', 'trainee'] as const;
export type Role = (typeof ROLES)[number];

/** The parts of addresses that only the running demo knows. */
export interface Known {
  readonly live: string;
  readonly open: string;
  readonly openSlug: string;
  readonly done: string;
  /** Its places wait to be shared out. */
  readonly fair: string;
  readonly named: string;
  readonly unnamed: string;
  readonly person: string;
  readonly mail: string;
  /** A group that has an offer of places to answer. */
  readonly offered: string;
}

/** Every page of the web app, for those who see it. */
export const PAGES: Readonly<Record<Role, (known: Known) => readonly string[]>> = {
  nobody: ({ openSlug }) => [
    '/',
    '/conferences',
    `/conferences/${openSlug}`,
    `/conferences/${openSlug}/programme`,
    `/conferences/${openSlug}/programme/rooms/all`,
    '/conferences/no-such-conference',
    '/sign-in',
    '/ask-for-access',
    '/ask-for-access/no-such-token',
    '/invitation/no-such-invitation',
    '/offer/no-such-offer',
    '/certificates',
    '/certificates/0000-0000-0011',
    '/accessibility',
    '/data-sources',
    '/no-such-page',
  ],
  staff: ({ live, open, done, named, person, mail, fair }) => [
    '/',
    '/staff/conferences',
    '/staff/conferences/new',
    '/staff/conferences/missing-procedure',
    ...[live, open, done].flatMap((id) => [
      `/staff/conferences/${id}`,
      `/staff/conferences/${id}/programme`,
      `/staff/conferences/${id}/programme/sessions`,
      `/staff/conferences/${id}/groups`,
      `/staff/conferences/${id}/badges`,
      `/staff/conferences/${id}/places`,
      `/staff/conferences/${id}/check-in`,
      `/staff/conferences/${id}/roll`,
      `/staff/conferences/${id}/visit-pack`,
      `/staff/conferences/${id}/settings`,
    ]),
    `/staff/conferences/${live}/missing/no-such-record`,
    `/staff/conferences/${done}/copy`,
    `/staff/conferences/${fair}/places`,
    `/groups/${named}`,
    '/invitations',
    '/people',
    '/people/requests',
    '/people/closed-schools',
    `/people/${person}`,
    '/audit',
    '/mail',
    `/mail/${mail}`,
    '/mail/letters',
    '/mail/letter?kind=registration.confirmed',
  ],
  coordinator: ({ openSlug, named, offered, unnamed }) => [
    '/',
    '/our-school',
    '/groups',
    `/groups/${named}`,
    `/groups/${named}/roster`,
    `/groups/${named}/people`,
    `/groups/${named}/tickets`,
    `/groups/${named}/visit-pack`,
    '/calendar',
    '/my-cpd/certificates',
    `/groups/${offered}`,
    `/groups/${unnamed}`,
    `/groups/${unnamed}/change`,
    `/groups/${unnamed}/sessions`,
    `/groups/${named}/timetable`,
    `/groups/${unnamed}/roster`,
    `/groups/${unnamed}/tickets`,
    `/conferences/${openSlug}/register`,
  ],
  trainee: () => [
    '/',
    '/conferences',
    '/my-offers',
    '/my-offers/propose',
    '/my-offers/placement-days',
    '/my-evidence',
    '/my-cpd/certificates',
  ],
};

/** The page is there: its one heading shows and nothing is loading any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
};

/** Asks the running demo, as staff, for what its addresses are made of. */
export const knownOf = async (lectern: RunningLectern, browser: Browser): Promise<Known> => {
  const { context, page } = await visit(browser);
  await signIn(page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
  const read = async <T>(path: string): Promise<T> =>
    (await (await context.request.get(`${lectern.url}/api${path}`)).json()) as T;
  const first = async (path: string): Promise<string> =>
    (await read<{ items: { id: string }[] }>(path)).items[0]?.id ?? '';
  const { items } = await read<{ items: { id: string; slug: string; status: string; title: string }[] }>(
    '/conferences?scope=staff',
  );
  const conference = (status: string) => items.find((item) => item.status === status) ?? { id: '', slug: '' };
  const groupIn = async (conferenceId: string): Promise<string> => {
    const groups = await read<{ items: { id: string; school: { urn: string } }[] }>(
      `/conferences/${conferenceId}/groups`,
    );
    return groups.items.find(({ school }) => school.urn === '900001')?.id ?? '';
  };
  const [live, open] = [conference('live'), conference('registration-open')];
  const known = {
    live: live.id,
    open: open.id,
    openSlug: open.slug,
    done: conference('completed').id,
    fair: conference('registration-closed').id,
    named: await groupIn(live.id),
    unnamed: await groupIn(open.id),
    person: await first('/accounts?role=coordinator'),
    mail: await first('/mails'),
    offered: await groupIn(items.find(({ title }) => title === 'Codes and ciphers')?.id ?? ''),
  };
  await context.close();
  return known;
};
