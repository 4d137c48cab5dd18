import { decideMissing } from './missing-schools.rules';

const facts = { open: 100, missing: 10, whole: true, sayClosed: false };

describe('open schools that a file does not name', () => {
  it('have closed when they are a tenth of the open ones or fewer', () => {
    expect(decideMissing(facts)).toBe('close');
    expect(decideMissing({ ...facts, missing: 11 })).toBe('leave');
    expect(decideMissing({ ...facts, open: 9, missing: 1 })).toBe('leave');
  });

  it('have closed, however many they are, when whoever imports says so', () => {
    expect(decideMissing({ ...facts, missing: 100, sayClosed: true })).toBe('close');
  });

  it('stay open when the file broke off, whatever was said', () => {
    expect(decideMissing({ ...facts, missing: 1, whole: false, sayClosed: true })).toBe('leave');
  });
});
