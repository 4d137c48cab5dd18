import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { OPENAPI_FILE, WEB_FILES } from './places';
import { Readiness } from './readiness';

describe('what operators and browsers are given beside the API', () => {
  let test: TestApp;
  let anyone: Caller;

  beforeAll(async () => {
    test = await testApp();
    ({ anyone } = test);
  });

  afterAll(() => test.close());

  const inject = (url: string, headers: Record<string, string> = {}) =>
    test.app.inject({ method: 'GET', url, headers });

  it('says that it lives, and that it is ready', async () => {
    expect(await anyone.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await anyone.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is not ready from the first moment of a graceful stop, and still lives', async () => {
    const readiness = test.app.get(Readiness);
    readiness.stopping = true;
    const answer = await anyone.get('/health/ready');
    readiness.stopping = false;
    expect(answer).toMatchObject({ status: 503, body: { code: 'not-ready', status: 503 } });
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await anyone.get('/health/live')).status).toBe(200);
  });

  it('counts every answer by method, route and status, and never by what was asked', async () => {
    await anyone.get('/conferences/some-slug-that-nobody-has');
    const { body, headers } = await inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('lectern_http_request_seconds_bucket');
    expect(body).toMatch(
      /lectern_http_request_seconds_count\{method="GET",route="\/api\/conferences\/:id",status="404"\} \d/,
    );
    expect(body).not.toContain('some-slug-that-nobody-has');
  });

  it('gives its own description as the file in docs', async () => {
    const answer = await inject('/api/openapi.json');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.body).toBe(readFileSync(OPENAPI_FILE, 'utf8'));
  });

  it('packs long text for browsers that can unpack it, and nothing else', async () => {
    const plain = await inject('/api/openapi.json');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await inject('/api/openapi.json', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5);
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
    const short = await inject('/health/live', { 'accept-encoding': 'br' });
    expect(short.headers['content-encoding']).toBeUndefined();
  });

  it('sets the security headers on JSON', async () => {
    const { headers } = await inject('/api/conferences');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('sets them on refusals too', async () => {
    const { headers, statusCode } = await inject('/api/groups');
    expect(statusCode).toBe(401);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  const built = existsSync(join(WEB_FILES, 'index.html'));

  (built ? it : it.skip)(
    'gives a page a policy without inline script and a nonce that is new each time',
    async () => {
      const nonces = await Promise.all(
        [1, 2].map(async () => {
          const { headers, body } = await inject('/', { accept: 'text/html' });
          const policy = String(headers['content-security-policy']);
          expect(policy).toContain("script-src 'self';");
          expect(policy).toContain("frame-ancestors 'none'");
          expect(policy).not.toContain('unsafe');
          expect(headers['cache-control']).toBe('no-store');
          expect(body).not.toContain('CSP_NONCE');
          return /'nonce-([^']+)'/.exec(policy)?.[1];
        }),
      );
      expect(nonces[0]).toBeTruthy();
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it('gives every answer a correlation id of its own, which a refusal repeats in its body', async () => {
    const [one, two] = [await anyone.get('/groups'), await anyone.get('/groups')];
    expect(one.body.correlationId).toBe(one.headers['x-correlation-id']);
    expect(one.body.correlationId).not.toBe(two.body.correlationId);
  });

  it('keeps the correlation id that a caller brings', async () => {
    const answer = await anyone.with({ 'x-correlation-id': 'ticket-4711-a' }).get('/groups');
    expect(answer.headers['x-correlation-id']).toBe('ticket-4711-a');
    expect(answer.body.correlationId).toBe('ticket-4711-a');
  });

  it('takes no correlation id that could break a log line', async () => {
    for (const id of ['short', 'with space in it', 'x'.repeat(65), '<script>alert(1)</script>']) {
      const answer = await anyone.with({ 'x-correlation-id': id }).get('/groups');
      expect(answer.body.correlationId).not.toBe(id);
    }
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'answers %s at an address that the API does not have with a problem',
    async (method) => {
      const answer = await anyone.call(method, '/nothing/here', method === 'GET' ? undefined : {});
      expect(answer).toMatchObject({ status: 404, body: { status: 404, code: 'not-found' } });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.detail).toMatch(/nothing at this address/i);
      expect(answer.body.correlationId).toBeTruthy();
    },
  );

  it('answers an address that cannot be decoded with a problem', async () => {
    const { statusCode, headers, body } = await inject('/api/conferences/%E0%A4%A');
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'unreadable-request', status: 400 });
  });

  it('answers a method that an address does not take with a problem', async () => {
    const answer = await anyone.call('DELETE', '/conferences');
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('not-found');
  });
});

describe('when the database is away', () => {
  it('is not ready, lives on, and answers calls with 503 and when to try again', async () => {
    const test = await testApp();
    const sources = test.database as unknown as { sources: { read: { query: unknown; manager: object } } };
    // What a driver says whose server is gone.
    const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const query = jest.spyOn(sources.sources.read as { query: () => Promise<never> }, 'query');
    query.mockRejectedValue(gone);
    try {
      const ready = await test.anyone.get('/health/ready');
      expect(ready).toMatchObject({ status: 503, body: { code: 'not-ready' } });
      expect(ready.headers['retry-after']).toBe('5');
      expect((await test.anyone.get('/health/live')).status).toBe(200);
    } finally {
      query.mockRestore();
      await test.close();
    }
  });

  it('is not ready once its connections are closed', async () => {
    const test = await testApp();
    await test.database.close();
    const ready = await test.anyone.get('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { code: 'not-ready' } });
    expect(ready.headers['retry-after']).toBe('5');
    await test.close();
  });
});
