import { ticketCodeMessage, writeTicketCode } from '@lectern/check-in';
import { getPublicKeyAsync, signAsync } from '@noble/ed25519';
import { aDevice, AMIRA_ID, CODE_TAG, CONFERENCE_ID } from '../../testing/door';
import { checkCode } from './code-check';

/** A phone of an event with a key of its own, a code that it signed and one that another event's key did. */
const anEvent = async (byte: number) => {
  const secret = new Uint8Array(32).fill(byte);
  const device = await aDevice({
    publicKey: Buffer.from(await getPublicKeyAsync(secret)).toString('base64url'),
  });
  const codeBy = async (key: Uint8Array) =>
    writeTicketCode({
      codeTag: CODE_TAG,
      ticketId: AMIRA_ID,
      signature: await signAsync(ticketCodeMessage(CONFERENCE_ID, AMIRA_ID), key),
    });
  return { device, genuine: await codeBy(secret), forged: await codeBy(new Uint8Array(32).fill(byte + 1)) };
};

describe('acceptance 7: the signature of a code, checked on the phone', () => {
  afterEach(() => jest.restoreAllMocks());

  it('by the browser itself', async () => {
    const native = jest.spyOn(crypto.subtle, 'verify');
    const { device, genuine, forged } = await anEvent(11);
    expect(await checkCode(genuine, device)).toEqual({ kind: 'ticket', ticketId: AMIRA_ID, genuine: true });
    expect(await checkCode(forged, device)).toEqual({ kind: 'refused', reason: 'damaged-code' });
    expect(native).toHaveBeenCalledTimes(2);
  });

  it('by our own means where the browser does not know such signatures', async () => {
    jest.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('Unrecognized algorithm'));
    const native = jest.spyOn(crypto.subtle, 'verify');
    const { device, genuine, forged } = await anEvent(13);
    expect(await checkCode(genuine, device)).toEqual({ kind: 'ticket', ticketId: AMIRA_ID, genuine: true });
    expect(await checkCode(forged, device)).toEqual({ kind: 'refused', reason: 'damaged-code' });
    expect(native).not.toHaveBeenCalled();
  });

  it('of the next event with its own key', async () => {
    const [one, other] = [await anEvent(17), await anEvent(19)];
    expect(await checkCode(one.genuine, one.device)).toMatchObject({ genuine: true });
    expect(await checkCode(one.genuine, other.device)).toEqual({ kind: 'refused', reason: 'damaged-code' });
    expect(await checkCode(other.genuine, other.device)).toMatchObject({ genuine: true });
  });
});
