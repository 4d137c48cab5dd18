import { checkCriteria, criteriaWords, USUAL_CRITERIA } from './criteria-words.rules';

const distance = {
  kind: 'distance' as const,
  weight: 30,
  favours: 'near' as const,
  bandsKm: [10, 25, 50],
  easting: 340_562,
  northing: 407_331,
};

describe('criteriaWords', () => {
  it('say what gives points', () => {
    const words = criteriaWords('weights', [{ kind: 'first-visit', weight: 30 }, distance]);
    expect(words.slice(0, 3)).toEqual([
      'When registration has closed, schools are put in order by points.',
      'Schools that have not been to one of our conferences before: 30 points.',
      'Schools nearer to the university, in bands that end at 10, 25 and 50 km: up to 30 points.',
    ]);
  });

  it('say what comes first when criteria go in order', () => {
    const words = criteriaWords('in-order', [
      { kind: 'project-school', weight: 1 },
      { kind: 'registered-first', weight: 1 },
    ]);
    expect(words.slice(1, 3)).toEqual([
      'First schools of the partnership project.',
      'Then schools that registered earlier.',
    ]);
  });
});

describe('checkCriteria', () => {
  const fields = (criteria: Parameters<typeof checkCriteria>[0]) =>
    checkCriteria(criteria).map(({ field, code }) => `${field} ${code}`);

  it('takes the usual ones, and distance with all that belongs to it', () => {
    expect(fields([...USUAL_CRITERIA, distance])).toEqual([]);
  });

  it('refuses a criterion named twice', () => {
    expect(
      fields([
        { kind: 'first-visit', weight: 1 },
        { kind: 'first-visit', weight: 2 },
      ]),
    ).toEqual(['criteria[1].kind twice']);
  });

  it('refuses distance without bands that rise, a direction, or a grid reference', () => {
    expect(fields([{ kind: 'distance', weight: 1 }])).toEqual(['criteria[0].bandsKm missing']);
    expect(fields([{ ...distance, bandsKm: [10, 10] }])).toEqual(['criteria[0].bandsKm not-rising']);
    expect(fields([{ ...distance, favours: undefined }])).toEqual(['criteria[0].favours missing']);
    expect(fields([{ ...distance, easting: undefined, northing: undefined }])).toEqual([
      'criteria[0].easting missing',
      'criteria[0].northing missing',
    ]);
  });
});
