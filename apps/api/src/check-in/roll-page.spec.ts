import { gzipSync } from 'node:zlib';
import { callRoll, type Roll } from '@lectern/check-in';
import { rollPage } from './roll-page';

const GIVEN = ['Wren', 'Teal', 'Łucja', 'Robin', 'Ash', 'Maya', 'Idris', 'Siân', 'Oluwaseun', 'Zofia'];
const FAMILY = [
  'Oakley',
  'Ashby',
  'Nowak',
  'Vale',
  'Quill',
  'Marsh',
  'Okonkwo',
  'Griffiths',
  'Patel',
  'Lund',
];

const aRoll = (people: number): Roll => {
  const tickets = Array.from({ length: people }, (_, n) => ({
    ticketId: `t${n}`,
    displayName: `${GIVEN[(n * 7) % 10]} ${FAMILY[(n * 3 + Math.floor(n / 10)) % 10]}${n}`,
    lookedUpBy: String(n),
    kind: n % 15 === 0 ? ('adult' as const) : ('pupil' as const),
    schoolUrn: String(900_000 + (n % 10)),
    school: `School of Example Number ${n % 10}`,
    isExpected: true,
    isWalkIn: n === 7,
  }));
  const admissions = tickets
    .filter((_, n) => n % 4 !== 0)
    .map(({ ticketId }, n) => ({
      ticketId,
      place: n % 2 === 0 ? 'Main door' : 'The Arden Theatre',
      isMainDoor: n % 2 === 0,
      firstAdmittedAt: '2027-03-09T09:12:00.000Z',
      inside: n % 6 !== 0,
      lastAt: '2027-03-09T14:32:00.000Z',
    }));
  const roll = callRoll(tickets, admissions);
  return { conferenceId: 'c', title: 'Maths & <motion>', at: '2027-03-09T14:40:00.000Z', ...roll };
};

const rows = (page: string): number => page.split('<tr><td>').length - 1;

describe('the plain list', () => {
  it('has one row with a box for everybody, by school and by room', () => {
    const roll = aRoll(40);
    for (const by of ['school', 'room'] as const) {
      const page = rollPage(roll, by);
      expect(rows(page)).toBe(40);
      expect(page.split('<i></i>')).toHaveLength(41);
    }
  });

  it('says who is here, where, who left and when, and who never came', () => {
    const page = rollPage(aRoll(40), 'school');
    expect(page).toContain(
      '<strong>25 here</strong>, 5 left, 10 never came. 40 people in all, of them 1 walk-in.',
    );
    expect(page).toContain('The Arden Theatre</td>');
    expect(page).toContain('Left 14:32</td>');
    expect(page).toContain('Never came</td>');
    expect(page).toContain('<small>adult</small>');
    expect(page).toContain('<small>walk-in</small>');
  });

  it('is grouped by room, with those whose room nobody knows after it', () => {
    const headings = [...rollPage(aRoll(40), 'room').matchAll(/<th colspan="3">([^<]*)/g)].map((m) => m[1]);
    expect(headings).toEqual([
      'The Arden Theatre: 15',
      'Here, room not known: 10',
      'Left: 5',
      'Never came: 10',
    ]);
  });

  it('escapes what people typed, runs nothing and fetches nothing', () => {
    const page = rollPage(aRoll(40), 'school');
    expect(page).toContain('Maths &amp; &lt;motion&gt;');
    expect(page).not.toMatch(/<script|<link|<img|style=|\son\w+=/);
  });

  it('is under 15 kB on the wire for 300 people', () => {
    for (const by of ['school', 'room'] as const) {
      const page = rollPage(aRoll(300), by);
      expect(rows(page)).toBe(300);
      expect(gzipSync(page).length).toBeLessThan(15_000);
    }
  });

  it('says so when nobody has a ticket', () => {
    expect(rollPage(aRoll(0), 'room')).toContain('Nobody has a ticket yet.');
  });
});
