import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { PARTY_CODE_LENGTH, partyCodeMessage, writePartyCode } from './party-code.rules';
import { readTicketCode, ticketCodeMessage, writeTicketCode } from './ticket-code.rules';

const groupId = '01957a3c-5b1e-7c44-9d21-3f6b8e0a1c55';
const conferenceId = '01957a3c-0000-7000-8000-0000000000aa';
const signature = Uint8Array.from({ length: 64 }, (_, i) => (i * 41 + 7) % 256);
const code = writePartyCode({ codeTag: '9fe01a2b', groupId, signature });

describe('a coach’s code', () => {
  it('is as long as a ticket’s, in QR’s alphanumeric set, with a mark of its own', () => {
    expect(PARTY_CODE_LENGTH).toBe(137);
    expect(code).toHaveLength(PARTY_CODE_LENGTH);
    expect(code).toMatch(/^P1[0-9A-HJKMNP-TV-Z]+$/);
  });

  it.each([
    ['as it is', code],
    ['in lower case, with spaces', ` ${code.toLowerCase().slice(0, 40)} ${code.slice(40)}\n`],
    ['in a link', `https://lectern.example/p#${code}`],
  ])('carries event tag, group and signature there and back %s', (_, text) => {
    expect(readTicketCode(text)).toEqual({ kind: 'party', codeTag: '9fe01a2b', groupId, signature });
  });

  it('acceptance 7: cut off or smudged it is damaged', () => {
    for (const text of [code.slice(0, -1), `${code}0`, `${code.slice(0, 60)}*${code.slice(61)}`]) {
      expect(readTicketCode(text)).toEqual({ kind: 'damaged' });
    }
  });

  it('leaves short codes that begin with its mark to be short codes', () => {
    expect(readTicketCode('P1')).toEqual({ kind: 'unknown' });
    for (const kind of [readTicketCode('P1000000').kind, readTicketCode('P1000001').kind]) {
      expect(['short', 'mistyped']).toContain(kind);
    }
  });

  it('acceptance 7: never passes for a ticket, nor a ticket for it, though one key signs both', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const forParty = sign(null, partyCodeMessage(conferenceId, groupId), privateKey);
    const forTicket = sign(null, ticketCodeMessage(conferenceId, groupId), privateKey);
    expect(verify(null, partyCodeMessage(conferenceId, groupId), publicKey, forParty)).toBe(true);
    expect(verify(null, ticketCodeMessage(conferenceId, groupId), publicKey, forParty)).toBe(false);
    expect(verify(null, partyCodeMessage(conferenceId, groupId), publicKey, forTicket)).toBe(false);
    // The same bytes under the other mark are another kind of code.
    const asTicket = writeTicketCode({ codeTag: '9fe01a2b', ticketId: groupId, signature });
    expect(asTicket.slice(2)).toBe(code.slice(2));
    expect(readTicketCode(asTicket).kind).toBe('ticket');
  });
});
