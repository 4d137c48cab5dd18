import { escapeHtml } from '../platform/html';
import { addressedCalendar } from './addressed-calendar';
import type { Letter } from './letter';
import { letterFrame } from './letter-frame';
import { letterHtml } from './letter-html';
import { isWebAddress, letterText } from './letter-text';

const letter: Letter = {
  subject: 'Places & people',
  parts: [
    { kind: 'words', text: 'One.\nTwo.\r\n\r\nThree.' },
    { kind: 'facts', facts: [['Where', 'The Arden Building\nSt Helens Road']] },
    { kind: 'button', label: 'Open', url: 'https://lectern.example/a?b=1&c="' },
  ],
};
const frame = letterFrame({ name: 'Zoë O’Neil' }, { why: 'You asked.' }, 'https://lectern.example');

describe('a letter', () => {
  it('as text is greeting, parts and foot', () => {
    expect(letterText(letter, frame)).toBe(
      'Dear Zoë O’Neil,\n\nOne.\nTwo.\n\nThree.\n\nWhere: The Arden Building\nSt Helens Road\n\n' +
        'Open:\nhttps://lectern.example/a?b=1&c="\n\n-- \nLectern sent you this mail, from https://lectern.example\nYou asked.\n',
    );
  });

  it('as HTML has a paragraph for each blank line, and escapes all that was typed', () => {
    const html = letterHtml(letter, frame);
    expect(html).toContain('One.<br>Two.</p>');
    expect(html).toContain('<title>Places &amp; people</title>');
    expect(html).toContain('The Arden Building<br>St Helens Road');
    // The address holds a quotation mark: it is no web address, and stands as text.
    expect(html).not.toContain('<a ');
    expect(escapeHtml(`<a href='x' title="y">&`)).toBe('&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;');
  });

  it('greets somebody who has no name yet, and says why it came even when nobody did', () => {
    const plain = letterFrame({ name: '' }, undefined, 'https://lectern.example');
    expect(plain.greeting).toBe('Hello,');
    expect(plain.foot.at(-1)).toBe('You get this mail because of what you do in Lectern.');
  });

  it('leads to web addresses only', () => {
    expect(['https://a.example/b?c=1#d', 'http://localhost:3000'].map(isWebAddress)).toEqual([true, true]);
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//a.example',
      'https://a b',
      'https://a"b',
      '',
    ])
      expect(isWebAddress(url)).toBe(false);
  });
});

describe('a calendar entry in a mail', () => {
  const ics = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const from = { name: 'Lectern', email: 'post@uni.example' };

  it('names who asks and who is asked, in lines of 75 octets at most', () => {
    const entry = addressedCalendar(ics, from, {
      name: `Zoë ${'ë'.repeat(60)}`,
      email: 'zoe@example.org',
    });
    for (const line of entry.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = entry.replace(/\r\n /g, '');
    expect(whole).toContain('ORGANIZER;CN="Lectern":mailto:post@uni.example\r\n');
    expect(whole).toContain(
      ';ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:zoe@example.org\r\nEND:VEVENT',
    );
  });

  it('takes no second line from a name', () => {
    const entry = addressedCalendar(ics, from, { name: 'Pat"\r\nX-EVIL:1', email: 'pat@example.org' });
    expect(entry).not.toMatch(/^X-EVIL/m);
    expect(entry).toContain('CN="Pat X-EVIL:1"');
  });

  it('keeps an organiser that is there already', () => {
    const named = ics.replace('UID:1', 'UID:1\r\nORGANIZER:mailto:a@b.example');
    expect(addressedCalendar(named, from, from).match(/^ORGANIZER/gm)).toHaveLength(1);
  });
});
