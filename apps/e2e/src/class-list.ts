const NAMES = [
  'Aisha Ashworth', 'Ben Birchall', 'Chloe Dewhurst', 'Dan Entwistle', 'Ewa Fairclough', 'Fin Grabowski',
  'Grace Hesketh', 'Hassan Iqbal', 'Isla Jolley', 'Jakub Kowalczyk', 'Keira Longshaw', 'Łucja Malik',
  'Maisie Nuttall', 'Noah O’Rourke', 'Orla Pilkington', 'Priya Quigley', 'Quinn Rimmer', 'Reuben Singh',
  'Siân Tyldesley', 'Tomasz Unsworth', 'Uma Vose', 'Victor Whittle', 'Willow Yates', 'Xanthe Zaman',
  'Yusuf Chowdhury', 'Zofia Aspinall', 'Amir Bibby', 'Bella Culshaw', 'Callum Draper', 'Daisy Eccles',
]; // prettier-ignore

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A unique pupil number with its right check letter (DfE's rule), for an invented pupil. */
const upn = (serial: number): string => {
  const digits = `801200${String(serial).padStart(6, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${UPN_LETTERS[sum % 23] ?? ''}${digits}`;
};

/**
 * A class list as a school's system exports it: 30 invented pupils with their UPNs, one of them twice, and one whose
 * year group is mistyped.
 */
export const classList = (): string => {
  const rows = NAMES.map((name, n) => {
    const [given = '', ...family] = name.split(' ');
    return [given, family.join(' '), n === 6 ? '99' : '10', upn(n + 1)];
  });
  const [first = []] = rows;
  return ['Forename,Surname,Year,UPN', ...[...rows, first].map((row) => row.join(','))].join('\r\n');
};
