import { splitName } from './person-name.rules';

describe('splitName', () => {
  it.each([
    ['Aisha Khan', 'Aisha', 'Khan'],
    ['Khan, Aisha', 'Aisha', 'Khan'],
    ['Van der Berg, Anna Maria', 'Anna Maria', 'Van der Berg'],
    ['Anna Maria Kowalska', 'Anna Maria', 'Kowalska'],
    ['Anna van der Berg', 'Anna', 'van der Berg'],
    ['Juan de la Cruz', 'Juan', 'de la Cruz'],
    ['KHAN Aisha', 'Aisha', 'KHAN'],
    ['AJ Khan', 'AJ', 'Khan'],
    ['AISHA KHAN', 'AISHA', 'KHAN'],
    ['Mr Tom Ash', 'Tom', 'Ash'],
    ['Ash, Mr Tom', 'Tom', 'Ash'],
    ['3. Aisha Khan', 'Aisha', 'Khan'],
    ['Siân O’Hara-Lloyd', 'Siân', 'O’Hara-Lloyd'],
    ['Cher', 'Cher', ''],
    ['', '', ''],
  ])('splits %p', (text, givenName, familyName) =>
    expect(splitName(text)).toEqual({ givenName, familyName }),
  );

  it('takes the first words for the family name in a surname-first column', () => {
    expect(splitName('Khan Aisha Noor', true)).toEqual({ givenName: 'Aisha Noor', familyName: 'Khan' });
    expect(splitName('van der Berg Anna', true)).toEqual({ givenName: 'Anna', familyName: 'van der Berg' });
  });
});
