import { actorWords, type AuditForm, auditLink, auditQuestion } from './audit.rules';

const form = (change: Partial<AuditForm> = {}): AuditForm => ({
  who: '',
  action: '',
  objectKind: '',
  objectId: '',
  actorId: '',
  from: '',
  to: '',
  ...change,
});

describe('a question to the audit trail', () => {
  it('asks only what was filled in', () => {
    expect(auditQuestion(form())).toEqual({});
    expect(auditQuestion(form({ who: ' lowe ', action: 'group.changed' }))).toEqual({
      who: 'lowe',
      action: 'group.changed',
    });
  });

  it('takes whole days of London, in winter and in summer', () => {
    expect(auditQuestion(form({ from: '2027-03-09', to: '2027-03-09' }))).toEqual({
      from: '2027-03-09T00:00:00.000Z',
      to: '2027-03-10T00:00:00.000Z',
    });
    expect(auditQuestion(form({ from: '2027-06-01', to: '2027-06-30' }))).toEqual({
      from: '2027-05-31T23:00:00.000Z',
      to: '2027-06-30T23:00:00.000Z',
    });
  });

  it('passes over a day that is half typed', () => {
    expect(auditQuestion(form({ from: '2027-0', to: 'x' }))).toEqual({});
  });
});

describe('a record', () => {
  it('leads to the page of its thing, where there is one', () => {
    expect(auditLink({ objectKind: 'group', objectId: 'g1' })).toBe('/groups/g1');
    expect(auditLink({ objectKind: 'school', objectId: '900001' })).toBeNull();
    expect(auditLink({ objectKind: 'account', objectId: null })).toBeNull();
    expect(auditLink({ objectKind: 'constructor', objectId: 'x' })).toBeNull();
  });

  it('says who did it, known or not', () => {
    expect(actorWords({ kind: 'account', id: 'a', name: 'Pat Lowe' })).toBe('Pat Lowe');
    expect(actorWords({ kind: 'device', id: 'd', name: null })).toBe('A phone at the door');
    expect(actorWords({ kind: 'system', id: null, name: null })).toBe('No account');
    expect(actorWords({ kind: 'account', id: 'a', name: null })).toBe('An account that is gone');
  });
});
