import { TestBed } from '@angular/core/testing';
import { NoConnection, PairingEnded, RequestRefused, StewardApi } from './steward-api';

describe('the calls of a steward’s phone', () => {
  const fetched = jest.fn<Promise<unknown>, [string, RequestInit]>();
  const answers = (status: number, body: unknown) =>
    fetched.mockResolvedValueOnce({ ok: status < 400, status, json: async () => body });
  const api = () => TestBed.inject(StewardApi);

  beforeEach(() => {
    fetched.mockReset();
    globalThis.fetch = fetched as unknown as typeof fetch;
    AbortSignal.timeout = () => new AbortController().signal;
  });

  it('send scans with the token and the time on the phone’s clock', async () => {
    answers(200, { results: [] });
    await api().sendScans('a-token', [], '2027-03-09T09:12:00.000Z');
    const [address, request] = fetched.mock.calls[0]!;
    expect(address).toBe('/api/check-in/scans');
    expect(request.headers).toMatchObject({ authorization: 'Bearer a-token' });
    expect(JSON.parse(request.body as string)).toEqual({ scans: [], sentAt: '2027-03-09T09:12:00.000Z' });
  });

  it('take no answer, and an answer that a gateway gave, for no connection', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(api().roster('t', null)).rejects.toThrow(NoConnection);
    for (const status of [429, 500, 502, 503, 504]) {
      answers(status, {});
      await expect(api().roster('t', null)).rejects.toThrow(NoConnection);
    }
    fetched.mockResolvedValueOnce({ ok: true, status: 200, json: () => Promise.reject(new SyntaxError()) });
    await expect(api().roster('t', null)).rejects.toThrow(NoConnection);
  });

  it('acceptance 37: 401 to the phone’s token means that the pairing has ended', async () => {
    answers(401, {});
    await expect(api().roster('t', null)).rejects.toThrow(PairingEnded);
  });

  it('carry the server’s own words when it refuses, the nearest to the field first', async () => {
    answers(409, { detail: 'This code was used already.' });
    await expect(api().pair({ pairingCode: 'A', name: 'Jo' })).rejects.toThrow('This code was used already.');
    answers(422, { detail: 'Check the form.', errors: [{ field: 'name', message: 'Enter your name.' }] });
    await expect(api().pair({ pairingCode: 'A', name: '' })).rejects.toThrow(
      new RequestRefused({ detail: 'Enter your name.' }),
    );
  });
});
