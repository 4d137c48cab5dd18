import type { PlaceRules } from '@lectern/registrations';
import { changeOf, criteriaOf, formOf, inFormTerms } from './place-rules-form.rules';

const rules: PlaceRules = {
  allocation: 'fair',
  offerHours: 48,
  method: 'weights',
  criteria: [
    { kind: 'first-visit', weight: 30 },
    { kind: 'distance', weight: 20, favours: 'far', bandsKm: [10, 25], easting: 340_562, northing: 407_331 },
  ],
  words: [],
  allocatedAt: null,
};

describe('the form of the rules', () => {
  it('gives back what it was filled with', () => {
    expect(changeOf(formOf(rules))).toEqual({
      offerHours: 48,
      method: 'weights',
      criteria: rules.criteria,
    });
  });

  it('sends criteria in the order of their numbers when they go in order', () => {
    const form = formOf(rules);
    const inOrder = {
      ...form,
      method: 'in-order' as const,
      criteria: {
        ...form.criteria,
        distance: { counts: true, number: '1' },
        'first-visit': { counts: true, number: '2' },
        'project-school': { counts: true, number: '3' },
      },
    };
    expect(criteriaOf(inOrder).map(({ kind }) => kind)).toEqual([
      'distance',
      'first-visit',
      'project-school',
    ]);
    expect(
      formOf({ ...rules, method: 'in-order', criteria: criteriaOf(inOrder) }).criteria['first-visit'],
    ).toEqual({ counts: true, number: '2' });
  });

  it('leaves out an empty grid reference, so that the server asks for it', () => {
    const form = { ...formOf(rules), easting: ' ' };
    expect(criteriaOf(form)[1]).toEqual({
      kind: 'distance',
      weight: 20,
      favours: 'far',
      bandsKm: [10, 25],
      northing: 407_331,
    });
  });

  it('finds its own boxes for what the server refuses', () => {
    const error = (field: string) => ({ field, code: 'c', message: 'm' });
    const fields = inFormTerms(
      [error('criteria[0].weight'), error('criteria[1].easting'), error('offerHours')],
      formOf(rules),
    ).map(({ field }) => field);
    expect(fields).toEqual(['criteria.first-visit', 'easting', 'offerHours']);
  });
});
