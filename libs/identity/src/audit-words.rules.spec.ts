import { actionWords, detailWords, objectWords } from './audit-words.rules';

describe('the audit trail in words', () => {
  it('says what was done', () => {
    expect(actionWords('group.registered')).toBe('Registered a group');
    expect(actionWords('roster.read')).toBe('Opened a group’s whole list of people');
  });

  it('spells out an action that has no words yet', () => {
    expect(actionWords('visit-pack.file-added')).toBe('Visit pack: file added');
    expect(actionWords('something')).toBe('Something');
    expect(actionWords('constructor')).toBe('Constructor');
  });

  it('names the kinds of things, known or not', () => {
    expect(objectWords('access-request')).toBe('Request for access');
    expect(objectWords('visitPack')).toBe('Visit pack');
  });

  it('lists details with their names and without marks of a program', () => {
    expect(detailWords({ places: 30, status: 'confirmed' })).toBe('places: 30, status: confirmed');
    expect(detailWords({ roles: ['coordinator', 'teacher'], schoolUrn: null })).toBe(
      'roles: school coordinator, teacher, school number: none',
    );
    expect(detailWords({ fields: [], whole: true, counts: { added: 2 } })).toBe(
      'fields: none, whole: yes, counts: added: 2',
    );
    expect(detailWords({})).toBe('');
  });
});
