import { packToReadLetter } from './visit-pack.letters';

const NEWS = {
  conference: {
    title: 'Maths in motion',
    startsAt: new Date('2027-03-09T09:30:00Z'),
    venueName: 'The Arden Building',
  },
  hasChanged: false,
  url: 'https://lectern.example/groups/g/visit-pack',
};

describe('the letter about a visit pack', () => {
  it('says that it is ready, for which day, and where to read it', () => {
    const { subject, parts } = packToReadLetter(NEWS);
    expect(subject).toBe('The visit pack for Maths in motion is ready to read');
    expect(parts).toContainEqual({
      kind: 'facts',
      facts: [
        ['The day', 'Tuesday 9 March 2027'],
        ['Where', 'The Arden Building'],
      ],
    });
    expect(parts.at(-1)).toEqual({ kind: 'button', label: 'Read the visit pack', url: NEWS.url });
  });

  it('says that it has changed to those who have read it', () => {
    expect(packToReadLetter({ ...NEWS, hasChanged: true }).subject).toBe(
      'The visit pack for Maths in motion has changed',
    );
  });
});
