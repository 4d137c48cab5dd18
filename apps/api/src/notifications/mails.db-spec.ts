import type { Mail, MailKindPreview, MailLetter, MailSummary } from '@lectern/notifications';
import { newId } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { Jobs } from '../platform/jobs';
import type { Letter } from './letter';
import { LetterKinds } from './letter-kinds';
import { Outbox } from './outbox';
import { Postman } from './postman';

const letter: Letter = {
  subject: 'Your places <are> confirmed',
  parts: [
    { kind: 'words', text: 'You have 30 places <script>alert(1)</script>' },
    { kind: 'button', label: 'Open', url: 'https://lectern.example/groups/1' },
    { kind: 'button', label: 'Run', url: 'javascript:alert(1)' },
  ],
};

let test: TestApp;
let staff: Caller;
/** The trail cannot be emptied: what it holds since this id is the test’s own. */
let began: string;

beforeAll(async () => {
  test = await testApp({ MAIL_FROM: 'Lectern <post@uni.example>' });
  staff = await test.as('staff');
  test.app.get(LetterKinds).add({ kind: 'test.letter', title: 'A test is run', example: () => letter });
});
afterAll(() => test.close());
beforeEach(async () => {
  await sql('DELETE FROM outbox_mails');
  began = newId();
});

const sql = (statement: string, values: readonly unknown[] = []): Promise<number> =>
  test.database.transaction(() => test.database.execute(statement, values));

const post = async (
  email: string,
  change: Partial<Letter> = {},
  about: string | null = null,
): Promise<Mail> => {
  test.clock.advance(1000);
  await test.database.transaction(() =>
    test.app.get(Outbox).post({
      kind: 'test.letter',
      to: { name: 'Pat Lowe', email },
      letter: { ...letter, ...change },
      about: { kind: 'group', id: about },
    }),
  );
  return (await list()).find(({ to }) => to.email === email)!;
};
const fail = (mail: Mail, problem = '550 No such mailbox') =>
  sql("UPDATE outbox_mails SET status = 'failed', tries = 3, last_problem = ? WHERE id = ?", [
    problem,
    mail.id,
  ]);
const list = async (query = ''): Promise<Mail[]> =>
  (await staff.get<{ items: Mail[] }>(`/mails?limit=200&${query}`)).body.items;
const addresses = async (query: string): Promise<string[]> =>
  (await list(query)).map(({ to }) => to.email).sort();
const audited = async () =>
  (
    await test.database.select<{ action: string; object_id: string; details: string }>(
      'SELECT action, object_id, details FROM audit_records WHERE id > ? ORDER BY id',
      [began],
    )
  ).map(({ action, object_id, details }) => [action, object_id, JSON.parse(details)]);

describe('the list of mails', () => {
  it('shows what was written to whom, latest first, and nothing of what it says', async () => {
    await post('first@example.org');
    await post('second@example.org');
    const mails = await list();
    expect(mails.map(({ to }) => to.email)).toEqual(['second@example.org', 'first@example.org']);
    expect(mails[0]).toMatchObject({
      kind: 'test.letter',
      kindTitle: 'A test is run',
      subject: 'Your places <are> confirmed',
      status: 'waiting',
      tries: 0,
      sentAt: null,
    });
    expect(JSON.stringify(mails)).not.toContain('30 places');
    expect(await audited()).toEqual([]);
  });

  it('is narrowed by status, kind, what it is about, and part of a name, address or subject', async () => {
    const group = newId();
    await post('anna@example.org', {}, group);
    await fail(await post('berta@example.org'));
    await post('carla@school.example.org', { subject: 'A 100% change' });
    expect(await addresses('status=failed')).toEqual(['berta@example.org']);
    expect(await addresses('status=waiting&find=ANNA')).toEqual(['anna@example.org']);
    expect(await addresses(`about=${group}`)).toEqual(['anna@example.org']);
    expect(await addresses('find=100%25')).toEqual(['carla@school.example.org']);
    expect(await addresses('find=_nna')).toEqual([]);
    expect(await addresses('kind=group.changed')).toEqual([]);
    expect(await addresses('kind=test.letter')).toHaveLength(3);
  });

  it('goes on where a page ended', async () => {
    for (let n = 0; n < 5; n++) await post(`person${n}@example.org`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: Mail[]; nextCursor: string | null } } = await staff.get(
        `/mails?limit=2&cursor=${cursor}`,
      );
      seen.push(...body.items.map(({ to }) => to.email));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([4, 3, 2, 1, 0].map((n) => `person${n}@example.org`));
  });

  it.each([
    ['status', 'lost'],
    ['status', 'waiting&status=sent'],
    ['find', 'x'.repeat(255)],
    ['kind', 'a&kind=b'],
  ])('refuses %s=%s, and names the field', async (field, value) => {
    const answer = await staff.get(`/mails?${field}=${value}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});

describe('reading a mail', () => {
  it('as text is written to the audit trail, with its links', async () => {
    const mail = await post('pat@example.org');
    const { body } = await staff.get<MailLetter>(`/mails/${mail.id}/letter`);
    expect(body.text).toMatch(/^Dear Pat Lowe,\n\nYou have 30 places/);
    expect(body.links).toEqual([{ label: 'Open', url: 'https://lectern.example/groups/1' }]);
    expect(await audited()).toEqual([['mail.read', mail.id, { as: 'text' }]]);
  });

  it('as it looks is a page that can run nothing and be framed by nobody else', async () => {
    const mail = await post('pat@example.org');
    const { status, headers, body } = await staff.get<string>(`/mails/${mail.id}/letter.html`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/sandbox(?!.*allow-(scripts|same-origin|forms))/);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(body).not.toMatch(/<script|href="javascript/i);
    expect(await audited()).toEqual([['mail.read', mail.id, { as: 'html' }]]);
  });

  it('gives its calendar entry as a file, and nothing where there is none', async () => {
    const ics = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:c@lectern\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const mail = await post('pat@example.org', { calendar: { method: 'request', ics } });
    const answer = await staff.get<string>(`/mails/${mail.id}/calendar.ics`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="conference.ics"');
    expect(answer.body).toContain('ORGANIZER;CN="Lectern":mailto:post@uni.example');
    const without = await post('sam@example.org');
    expect((await staff.get(`/mails/${without.id}/calendar.ics`)).status).toBe(404);
    expect((await staff.get(`/mails/${newId()}/letter`)).status).toBe(404);
  });
});

describe('a letter whose link opens an account', () => {
  it('is read without that link once its recipient gets it by mail', async () => {
    const invited = await staff.post('/invitations', { email: 'new@example.org', role: 'mentor' });
    const [mail] = await list(`about=${invited.body.id}`);
    const before = await staff.get<MailLetter>(`/mails/${mail!.id}/letter`);
    expect(before.body.links).toEqual([{ label: 'Make your account', url: invited.body.link }]);
    const server = jest.spyOn(test.app.get(Postman), 'hasServer', 'get').mockReturnValue(true);
    const { body } = await staff.get<MailLetter>(`/mails/${mail!.id}/letter`);
    const page = await staff.get<string>(`/mails/${mail!.id}/letter.html`);
    server.mockRestore();
    expect(body.links).toEqual([]);
    expect(body.text).toContain('Make your account: this link stands only in the mail itself.');
    expect(page.body).toContain('Keep this mail to yourself');
    expect(JSON.stringify(body) + page.body).not.toContain(invited.body.token);
  });
});

describe('sending again', () => {
  it('puts a failed mail back into the queue with all its tries, once, and writes that down', async () => {
    const mail = await post('pat@example.org');
    await fail(mail);
    test.clock.advance(60_000);
    const again = await staff.post<Mail>(`/mails/${mail.id}/retries`);
    expect(again).toMatchObject({
      status: 200,
      body: { status: 'waiting', tries: 0, nextTryAt: test.clock.now().toISOString() },
    });
    expect(await audited()).toEqual([['mail.sent-again', mail.id, {}]]);
    const twice = await staff.post(`/mails/${mail.id}/retries`);
    expect(twice).toMatchObject({ status: 409, body: { code: 'mail-not-failed' } });
    expect(await audited()).toHaveLength(1);
  });
});

describe('the post', () => {
  it('says that there is no mail server, and how many mails stand where', async () => {
    const { writtenAt } = await post('anna@example.org');
    await fail(await post('berta@example.org'));
    const { body } = await staff.get<MailSummary>('/mail-summary');
    expect(body).toEqual({
      hasServer: false,
      from: 'Lectern <post@uni.example>',
      waiting: 1,
      sent: 0,
      failed: 1,
      oldestWaitingAt: writtenAt,
    });
  });

  it('shows an example of every kind of letter there is, as text and as it looks', async () => {
    const { body } = await staff.get<{ items: { kind: string }[] }>('/mail-kinds');
    const kinds = body.items.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['group.changed', 'invitation.made', 'registration.confirmed']),
    );
    for (const kind of kinds) {
      const preview = (await staff.get<MailKindPreview>(`/mail-kinds/${kind}`)).body;
      expect(preview.letter.subject).not.toBe('');
      expect(preview.letter.text).toMatch(/^Dear Pat Lowe,/);
      const page = await staff.get<string>(`/mail-kinds/${kind}/letter.html`);
      expect(page.body).toContain('Dear Pat Lowe,');
    }
    expect((await staff.get('/mail-kinds/nothing.known')).status).toBe(404);
    expect(await audited()).toEqual([]);
  });

  it('is in the metrics: mails by status, and how long the oldest has waited', async () => {
    await post('anna@example.org');
    await fail(await post('berta@example.org'));
    test.clock.advance(89_000);
    const { body } = await test.app.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('lectern_mails{status="waiting"} 1');
    expect(body).toContain('lectern_mails{status="failed"} 1');
    expect(body).toContain('lectern_mails{status="sent"} 0');
    expect(body).toContain('lectern_mail_oldest_waiting_seconds 90');
  });

  it('removes a mail 90 days after it was written, and writes down how many', async () => {
    await post('old@example.org');
    test.clock.advance(1000);
    await post('new@example.org');
    test.clock.advance(90 * 24 * 3_600_000 - 1000);
    await test.app.get(Jobs).runNow('mail.retention');
    const [record] = await audited();
    expect(record).toEqual(['mail.removed', null, expect.objectContaining({ mails: 1 })]);
    staff = await test.as('staff');
    expect(await addresses('')).toEqual(['new@example.org']);
  });
});
