import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEM_CODES, PROBLEM_WORDS } from './problem-words';
import { refusalOf } from './refusal';

const problem = (status: number, body: object) =>
  new HttpErrorResponse({
    status,
    error: { title: '', type: 'about:blank', correlationId: '01J9', ...body },
  });

describe('a call that failed, in words', () => {
  it('says that the server cannot be reached when there was no answer', () => {
    const refusal = refusalOf(new HttpErrorResponse({ status: 0 }));
    expect([refusal.status, refusal.code]).toEqual([0, 'offline']);
    expect(refusal.words).toContain('Check your connection');
  });

  it('uses our words for a code that has them', () => {
    const refusal = refusalOf(problem(401, { code: 'invalid-credentials', detail: 'No.' }));
    expect(refusal.words).toBe('The e-mail address or the password is wrong. Check both and try again.');
  });

  it('uses the server’s words where it knows the facts, and for a code that is new to us', () => {
    const detail = 'Your school may bring 40 pupils at most.';
    expect(refusalOf(problem(409, { code: 'school-cap-reached', detail })).words).toBe(detail);
    expect(refusalOf(problem(409, { code: 'brand-new', detail })).words).toBe(detail);
  });

  it('lists the fields that need mending, or itself as one line', () => {
    const errors = [{ field: 'title', code: 'too-short', message: 'The title needs 3 to 120 characters.' }];
    expect(refusalOf(problem(400, { code: 'validation-failed', detail: '…', errors })).lines).toEqual(errors);
    expect(refusalOf(problem(429, { code: 'too-many', detail: '…' })).lines).toEqual([
      { field: '', code: 'too-many', message: PROBLEM_WORDS['too-many'] },
    ]);
  });

  it('gives the reference of a failure that is ours, and only then', () => {
    expect(refusalOf(problem(500, { code: 'unexpected', detail: '…' })).reference).toBe('01J9');
    expect(refusalOf(problem(404, { code: 'not-found', detail: '…' })).reference).toBeNull();
  });

  it('reads a problem that came as text, and has words for an answer that is none', () => {
    const text = JSON.stringify({ code: 'not-found', detail: 'There is no such group.' });
    expect(refusalOf(new HttpErrorResponse({ status: 404, error: text })).words).toBe(
      'There is no such group.',
    );
    expect(refusalOf(new HttpErrorResponse({ status: 502, error: '<html>' })).words).toContain(
      'nothing was changed',
    );
    expect(refusalOf(new TypeError('x')).code).toBe('unexpected');
  });

  it('has words of its own only in plain English', () => {
    for (const code of PROBLEM_CODES) {
      expect(PROBLEM_WORDS[code] ?? '').not.toMatch(/invalid|oops|please|error/i);
    }
  });
});
