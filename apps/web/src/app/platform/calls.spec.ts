import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Api } from './api';
import { refuseInWords } from './refuse-in-words';
import { Refusal } from './refusal';
import { sendOnce } from './send-once';
import { Sending } from './sending';
import { SignedOut } from './signed-out';

const setUp = () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sendOnce, refuseInWords])), provideHttpClientTesting()],
  });
  return {
    api: TestBed.inject(Api),
    server: TestBed.inject(HttpTestingController),
    signedOut: TestBed.inject(SignedOut),
  };
};

const notSignedIn = { code: 'not-signed-in', detail: 'Sign in.' };
const lost = new ProgressEvent('error');

describe('sending once', () => {
  it('gives the same thing the same key until an answer comes, then a new one', async () => {
    const { api, server } = setUp();
    const post = () => api.post('conferences/c1/groups', { pupilsWanted: 30 });
    const keys: (string | null)[] = [];
    const request = () => {
      const sent = server.expectOne('/api/conferences/c1/groups');
      keys.push(sent.request.headers.get('Idempotency-Key'));
      return sent;
    };
    const first = post();
    request().error(lost);
    await expect(first).rejects.toBeInstanceOf(Refusal);
    const second = post();
    request().flush({ id: 'g1' });
    await expect(second).resolves.toEqual({ id: 'g1' });
    const third = post();
    request().flush({ code: 'already-registered', detail: '…' }, { status: 409, statusText: '' });
    await expect(third).rejects.toBeInstanceOf(Refusal);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('keeps no password for another try', () => {
    const { api, server } = setUp();
    void api.post('session', { email: 'a@b.example', password: 'x' }).catch(() => undefined);
    expect(server.expectOne('/api/session').request.headers.has('Idempotency-Key')).toBe(false);
  });
});

describe('a session that has ended', () => {
  it('is noticed on any call but the one that asks for the session', async () => {
    const { api, server, signedOut } = setUp();
    const asked = api.get('session');
    server.expectOne('/api/session').flush(notSignedIn, { status: 401, statusText: '' });
    await expect(asked).rejects.toMatchObject({ status: 401 });
    expect(signedOut.noticed()).toBe(0);
    const listed = api.get('groups');
    server.expectOne('/api/groups').flush(notSignedIn, { status: 401, statusText: '' });
    await expect(listed).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(signedOut.noticed()).toBe(1);
  });
});

describe('a form at work', () => {
  it('is busy until the answer comes, and sends nothing twice meanwhile', async () => {
    const sending = new Sending();
    let answer: (value: string) => void = () => undefined;
    const call = jest.fn(() => new Promise<string>((resolve) => (answer = resolve)));
    const first = sending.send(call);
    expect(sending.busy()).toBe(true);
    await expect(sending.send(call)).resolves.toBeUndefined();
    answer('done');
    await expect(first).resolves.toBe('done');
    expect(sending.busy()).toBe(false);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('keeps what was wrong until the next try', async () => {
    const sending = new Sending();
    await sending.send(() => Promise.reject(new Refusal(0, 'offline', 'Lectern cannot be reached.')));
    expect(sending.words()).toBe('Lectern cannot be reached.');
    await sending.send(() => Promise.resolve('done'));
    expect(sending.errors()).toEqual([]);
  });
});
