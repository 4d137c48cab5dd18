import { type NoTicketReason, partyCodeMessage, readTicketCode, ticketCodeMessage } from '@lectern/check-in';
import { canCheckSignatures } from '../platform/abilities';
import type { StewardDevice } from '../device/device-store';

/** What the phone alone can tell of a code. */
export type CodeCheck =
  /** It cannot be a ticket of this event. */
  | { readonly kind: 'refused'; readonly reason: NoTicketReason }
  /** It names a ticket; genuine when its signature was checked and is the event's own. */
  | { readonly kind: 'ticket'; readonly ticketId: string; readonly genuine: boolean }
  | { readonly kind: 'short'; readonly shortCode: string }
  /** A coach's code with the event's signature: it opens the party and lets nobody in by itself. */
  | { readonly kind: 'party'; readonly groupId: string };

const loadEd25519 = () => import('@noble/ed25519');

/** Fetches the signature check ahead of the first scan. */
export const warmCodeCheck = (): void => void loadEd25519().catch(() => undefined);

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

type Genuine = 'genuine' | 'forged' | 'unknown';
type Verify = (signature: BufferSource & Uint8Array, message: BufferSource & Uint8Array) => Promise<boolean>;

/** The browser's own check, a tenth of the work; older browsers do not know these signatures. */
const nativeCheck = async (publicKey: BufferSource): Promise<Verify> => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return (signature, message) => crypto.subtle.verify('Ed25519', key, signature, message);
};

const ownCheck = async (publicKey: Uint8Array): Promise<Verify> => {
  const { verifyAsync } = await loadEd25519();
  return (signature, message) => verifyAsync(signature, message, publicKey);
};

let known: { readonly publicKey: string; readonly verify: Promise<Verify> } | undefined;

/** One key for the whole day: made ready once. */
const checkWith = (publicKey: string): Promise<Verify> => {
  if (known?.publicKey !== publicKey) {
    const bytes = fromBase64Url(publicKey);
    const verify = nativeCheck(bytes).catch(() => ownCheck(bytes));
    known = { publicKey, verify };
    // Not remembered, so that the next scan tries again.
    verify.catch(() => (known = undefined));
  }
  return known.verify;
};

/** Whether a signature is the event's own; unknown where the browser cannot check it (no WebCrypto without HTTPS). */
const checkSignature = async (
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  publicKey: string,
): Promise<Genuine> => {
  if (!canCheckSignatures()) return 'unknown';
  try {
    const verify = await checkWith(publicKey);
    return (await verify(signature, message)) ? 'genuine' : 'forged';
  } catch {
    return 'unknown';
  }
};

/** Reads a code and checks its signature against the event's public key, without the network. */
export const checkCode = async (text: string, device: StewardDevice): Promise<CodeCheck> => {
  const reading = readTicketCode(text);
  if (reading.kind === 'short') return { kind: 'short', shortCode: reading.shortCode };
  if (reading.kind !== 'ticket' && reading.kind !== 'party') {
    return { kind: 'refused', reason: `${reading.kind}-code` };
  }
  const { codeTag, id } = device.conference;
  if (reading.codeTag !== codeTag.toLowerCase()) return { kind: 'refused', reason: 'wrong-event' };
  const message =
    reading.kind === 'party'
      ? partyCodeMessage(id, reading.groupId)
      : ticketCodeMessage(id, reading.ticketId);
  const signed = new Uint8Array(reading.signature);
  const signature = await checkSignature(signed, message, device.publicKey);
  if (signature === 'forged') return { kind: 'refused', reason: 'damaged-code' };
  // Only whoever holds the phone lets a party in, name by name: a code that cannot be checked opens the list all the same.
  if (reading.kind === 'party') return { kind: 'party', groupId: reading.groupId };
  return { kind: 'ticket', ticketId: reading.ticketId, genuine: signature === 'genuine' };
};
