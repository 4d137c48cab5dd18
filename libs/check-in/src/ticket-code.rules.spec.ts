import fc from 'fast-check';
import { formatShortCode } from './short-code.rules';
import { readTicketCode, TICKET_CODE_LENGTH, ticketCodeMessage, writeTicketCode } from './ticket-code.rules';

const ticketId = '01957a3c-5b1e-7c44-9d21-3f6b8e0a1c55';
const conferenceId = '01957a3c-0000-7000-8000-0000000000aa';
const signature = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 11) % 256);
const code = writeTicketCode({ codeTag: '9fe01a2b', ticketId, signature });
const whole = { kind: 'ticket', codeTag: '9fe01a2b', ticketId, signature };

describe('ticket codes', () => {
  it('are 137 characters of QR’s alphanumeric set, which a version 6-M symbol holds', () => {
    expect(TICKET_CODE_LENGTH).toBe(137);
    expect(code).toHaveLength(TICKET_CODE_LENGTH);
    expect(code).toMatch(/^L1[0-9A-HJKMNP-TV-Z]+$/);
  });

  it('acceptance 1: carry event tag, ticket and signature there and back', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(fc.uuid(), bytes(4), bytes(64), (id, tag, signed) => {
        const codeTag = Buffer.from(tag).toString('hex');
        const read = readTicketCode(writeTicketCode({ codeTag, ticketId: id, signature: signed }));
        expect(read).toEqual({ kind: 'ticket', codeTag, ticketId: id, signature: signed });
      }),
    );
  });

  it('acceptance 3: internal ids are not codes', () => {
    for (const id of [
      ticketId,
      ticketId.toUpperCase(),
      ticketId.replaceAll('-', ''),
      `https://x.example/${ticketId}`,
    ]) {
      expect(readTicketCode(id)).toEqual({ kind: 'unknown' });
    }
  });

  it.each([
    ['lower case', code.toLowerCase()],
    ['spaces around and inside', ` ${code.slice(0, 50)} ${code.slice(50)}\r\n`],
    ['letters taken for digits', code.replaceAll('0', 'O')],
    ['a link with the code in its path', `https://lectern.example/t/${code}`],
    ['a link with the code in its query', `https://lectern.example/t?code=${code}`],
    ['a link with the code behind a hash', `HTTPS://LECTERN.EXAMPLE/#${code}`],
  ])('acceptance 4: resolve with %s', (_, text) => {
    expect(readTicketCode(text)).toEqual(whole);
  });

  it('acceptance 4: short codes resolve too, typed or in a link', () => {
    const short = '00000011';
    for (const text of [
      short,
      formatShortCode(short),
      ` ${short.toLowerCase()}`,
      `https://x.example/${short}`,
    ]) {
      expect(readTicketCode(text)).toEqual({ kind: 'short', shortCode: short });
    }
  });

  it('acceptance 7: cut off, lengthened or smudged codes are damaged, not unknown', () => {
    for (const text of [code.slice(0, -1), `${code}0`, `${code.slice(0, 60)}*${code.slice(61)}`, 'L1']) {
      expect(readTicketCode(text)).toEqual({ kind: text === 'L1' ? 'unknown' : 'damaged' });
    }
  });

  it('acceptance 9: a short code with a slip in it is mistyped', () => {
    expect(readTicketCode('0000-0012')).toEqual({ kind: 'mistyped' });
  });

  it('acceptance 2: other texts are unknown', () => {
    for (const text of [
      '',
      ' ',
      'hello',
      'https://example.org/welcome2',
      'https://example.org/',
      'WIFI:S:guest;;',
      '\u0000',
    ]) {
      expect(readTicketCode(text)).toEqual({ kind: 'unknown' });
    }
  });

  it('never fail on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTicketCode(text)));
    fc.assert(fc.property(fc.string(), (text) => void readTicketCode(`L1${text}`)));
  });

  it('sign a text of their own, the conference and the ticket', () => {
    const message = Buffer.from(ticketCodeMessage(conferenceId, ticketId));
    expect(message.subarray(0, 16).toString()).toBe('lectern-ticket-1');
    expect(message.subarray(16).toString('hex')).toBe((conferenceId + ticketId).replaceAll('-', ''));
  });
});
