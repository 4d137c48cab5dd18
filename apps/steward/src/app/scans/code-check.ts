import { type NoTicketReason, readTicketCode, ticketCodeMessage } from '@lectern/check-in';
import { canCheckSignatures } from '../platform/abilities';
import type { StewardDevice } from '../device/device-store';

/** What the phone alone can tell of a code. */
export interface CodeCheck {
  /** Why it cannot be a ticket of this event; absent when it may be one. */
  readonly reason?: NoTicketReason;
  /** Whether its signature was checked and is the event's own. */
  readonly genuine: boolean;
}

const loadEd25519 = () => import('@noble/ed25519');

/** Fetches the signature check ahead of the first scan. */
export const warmCodeCheck = (): void => void loadEd25519().catch(() => undefined);

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/**
 * Reads a code and checks its signature against the event's public key, without the network. Where the browser
 * cannot check signatures (no WebCrypto on an insecure address) the server is left to decide.
 */
export const checkCode = async (text: string, device: StewardDevice): Promise<CodeCheck> => {
  const reading = readTicketCode(text);
  if (reading.kind === 'short') return { genuine: false };
  if (reading.kind !== 'ticket') return { genuine: false, reason: `${reading.kind}-code` };
  if (reading.codeTag !== device.conference.codeTag.toLowerCase()) {
    return { genuine: false, reason: 'wrong-event' };
  }
  if (!canCheckSignatures()) return { genuine: false };
  const message = ticketCodeMessage(device.conference.id, reading.ticketId);
  try {
    const { verifyAsync } = await loadEd25519();
    const genuine = await verifyAsync(reading.signature, message, fromBase64Url(device.publicKey));
    return genuine ? { genuine } : { genuine, reason: 'damaged-code' };
  } catch {
    return { genuine: false };
  }
};
