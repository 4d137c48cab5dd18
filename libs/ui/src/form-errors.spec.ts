import { errorOf, fieldId } from './form-errors';

describe('the errors of a form', () => {
  it('gives each field of a request its own id', () => {
    expect(fieldId('title')).toBe('title');
    expect(fieldId('venue.name')).toBe('venue-name');
    expect(fieldId('people[3].yearGroup')).toBe('people-3-yearGroup');
  });

  it('finds the error of a field, or of one item of its list, but not of a field that only begins alike', () => {
    const errors = [
      { field: 'titleInWelsh', code: 'x', message: 'Another field.' },
      { field: 'yearGroups[0]', code: 'x', message: 'Year groups are 7 to 13.' },
    ];
    expect(errorOf(errors, 'title')).toBeUndefined();
    expect(errorOf(errors, 'yearGroups')?.message).toBe('Year groups are 7 to 13.');
  });
});
