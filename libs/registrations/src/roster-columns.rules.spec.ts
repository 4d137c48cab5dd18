import { readHeading } from './roster-columns.rules';

describe('readHeading', () => {
  it.each([
    ['First name', 'givenName'],
    ['FORENAME', 'givenName'],
    ['Legal Forename', 'givenName'],
    ['Given name(s)', 'givenName'],
    ['pupil_first_name', 'givenName'],
    ['Preferred Forename', 'preferredGivenName'],
    ['Known as', 'preferredGivenName'],
    ['Surname', 'familyName'],
    ['Last Name', 'familyName'],
    ['Family name', 'familyName'],
    ['Pupil Surname', 'familyName'],
    ['Preferred surname', 'preferredFamilyName'],
    ['Name', 'fullName'],
    ['Pupil’s name', 'fullName'],
    ['Student Full Name', 'fullName'],
    ['Forename Surname', 'fullName'],
    ['Surname, Forename', 'familyNameFirst'],
    ['Name (Last name, First name)', 'familyNameFirst'],
    ['Year', 'yearGroup'],
    ['Yr', 'yearGroup'],
    ['Year Group', 'yearGroup'],
    ['NC Year', 'yearGroup'],
    ['National Curriculum Year Actual', 'yearGroup'],
    ['Year (7-13)', 'yearGroup'],
    ['Reg. Group', 'formGroup'],
    ['Form', 'formGroup'],
    ['Tutor group', 'formGroup'],
    ['Pupil/Adult', 'kind'],
    ['Role', 'kind'],
    ['Student or staff', 'kind'],
    ['Photo consent?', 'photoConsent'],
    ['Photographs allowed', 'photoConsent'],
    ['No photos', 'photoRefusal'],
    ['Dietary requirements / allergies', 'dietary'],
    ['Allergies', 'dietary'],
    ['Access needs', 'access'],
    ['SEND needs', 'access'],
    ['Medical conditions', 'medical'],
    ['Emergency contact telephone', 'emergencyContact'],
    ['Parent/carer mobile', 'emergencyContact'],
  ])('takes %p for %s', (heading, use) => expect(readHeading(heading).use).toBe(use));

  it.each([
    ['UPN', 'Unique pupil numbers'],
    ['Former UPN', 'Unique pupil numbers'],
    ['D.O.B.', 'Dates of birth'],
    ['Date of birth', 'Dates of birth'],
    ['Home postcode', 'Postcodes'],
    ['Gender', 'Gender'],
    ['Ethnicity', 'Ethnic groups'],
    ['Home address', 'Home addresses'],
    ['Parent e-mail', 'E-mail addresses'],
    ['PP', 'Pupil premium'],
    ['FSM Ever6', 'Pupil premium'],
    ['SEN status', 'SEN status'],
    ['Adm No', 'Numbers from other lists'],
    ['Mobile', 'Telephone numbers'],
  ])('leaves %p out and says why', (heading, reason) => {
    expect(readHeading(heading)).toMatchObject({ use: 'left-out', reason: expect.stringContaining(reason) });
  });

  it.each(['', 'Maths set', 'Academic year', 'Attendance %', 'Class teacher name', 'Aisha', 'Khan'])(
    'does not know %p',
    (heading) => expect(readHeading(heading).use).toBe('unknown'),
  );
});
