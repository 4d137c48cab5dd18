import type { RosterPerson } from '@lectern/registrations';

/** Invented schools: their numbers begin at 900001, where the register has none. */
export const DEMO_SCHOOLS = [
  ['900001', 'Harrowmere High School', 'Ormsby Vale', 'ZZ1 1AA'],
  ['900002', 'St Oswin’s Catholic College', 'Ormsby Vale', 'ZZ1 2BD'],
  ['900003', 'Larkfield Academy', 'Skelbrook', 'ZZ2 3EF'],
  ['900004', 'The Tannery School', 'Skelbrook', 'ZZ2 4GH'],
  ['900005', 'Brackenholme Girls’ School', 'Wiganthorpe', 'ZZ3 1JK'],
  ['900006', 'Mossdale Community School', 'Wiganthorpe', 'ZZ3 5LM'],
  ['900007', 'Kestrel Bank Academy', 'Southmere', 'ZZ4 2NP'],
  ['900008', 'Saltmarsh Sixth Form College', 'Southmere', 'ZZ4 6QR'],
  ['900009', 'Ellerby Grammar School', 'Chorlow', 'ZZ5 1ST'],
  ['900010', 'Whinfell Church of England School', 'Chorlow', 'ZZ5 7UV'],
  ['900011', 'Dunsop Road School', 'Leyburn Moss', 'ZZ6 3WX'],
  ['900012', 'Orrelbeck Free School', 'Leyburn Moss', 'ZZ6 8YZ'],
] as const;

const GIVEN = [
  'Aisha', 'Ben', 'Chloe', 'Daniel', 'Ewa', 'Finlay', 'Grace', 'Hassan', 'Isla', 'Jakub', 'Keira', 'Łucja', 'Maisie',
  'Noah', 'Orla', 'Priya', 'Quinn', 'Reuben', 'Siân', 'Tomasz', 'Uma', 'Victor', 'Willow', 'Xanthe', 'Yusuf', 'Zofia',
]; // prettier-ignore
const FAMILY = [
  'Ashworth', 'Birchall', 'Chowdhury', 'Dewhurst', 'Entwistle', 'Fairclough', 'Grabowski', 'Hesketh', 'Iqbal',
  'Jolley', 'Kowalczyk', 'Longshaw', 'Malik', 'Nuttall', 'O’Rourke', 'Pilkington', 'Quigley', 'Rimmer', 'Singh',
  'Tyldesley', 'Unsworth', 'Vose', 'Whittle', 'Yates', 'Zaman',
]; // prettier-ignore

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A class of invented pupils and their teachers; the same number gives the same people. */
export const demoRoster = (
  group: number,
  pupils: number,
  adults: number,
  yearGroup: number,
): RosterPerson[] => {
  const people: RosterPerson[] = [];
  for (let n = 0; n < pupils; n++) {
    people.push({
      kind: 'pupil',
      givenName: pick(GIVEN, n * 7 + group * 5),
      familyName: pick(FAMILY, n * 11 + group * 3 + Math.floor(n / FAMILY.length)),
      yearGroup,
      photoConsent: n % 9 === 4 ? 'no' : n % 7 === 3 ? 'not-known' : 'yes',
      ...(n % 13 === 5 ? { dayOnly: { dietary: 'Vegetarian' } } : {}),
      ...(n % 17 === 8 ? { dayOnly: { access: 'Step-free route' } } : {}),
    });
  }
  for (let n = 0; n < adults; n++) {
    people.push({
      kind: 'adult',
      givenName: pick(GIVEN, group * 3 + n * 4 + 1),
      familyName: pick(FAMILY, group * 7 + n * 5 + 2),
      photoConsent: 'yes',
    });
  }
  return people;
};

/** The teacher who leads a group's visit. */
export const demoLeader = (group: number): { name: string; phone: string } => ({
  name: `${pick(GIVEN, group * 3 + 1)} ${pick(FAMILY, group * 7 + 2)}`,
  // Ofcom keeps 07700 900000 to 900999 for stories such as this one.
  phone: `07700 900${String(100 + (group % 800)).padStart(3, '0')}`,
});
