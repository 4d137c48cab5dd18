import { readBirthDate } from './birth-date.rules';

describe('readBirthDate', () => {
  it.each([
    ['03/05/2011', '2011-05-03'],
    ['3/5/2011', '2011-05-03'],
    ['3.5.11', '2011-05-03'],
    ['03-05-2011', '2011-05-03'],
    ['2011-05-03', '2011-05-03'],
    ['2011-05-03T00:00:00', '2011-05-03'],
    ['03/05/2011 00:00', '2011-05-03'],
    ['3 May 2011', '2011-05-03'],
    ['3rd May, 2011', '2011-05-03'],
    ['03-May-11', '2011-05-03'],
    ['29/02/2012', '2012-02-29'],
  ])('%s is %s', (cell, date) => expect(readBirthDate(cell)).toBe(date));

  it.each(['29/02/2011', '13/13/2011', '31 June 2011', '40674', 'yes', '', '3 Foo 2011', '03/05/1066'])(
    '%s is no date of birth',
    (cell) => expect(readBirthDate(cell)).toBeUndefined(),
  );
});
