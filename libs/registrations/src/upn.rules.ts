/** The check letters of a unique pupil number: I, O and S are left out. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

/** A digit counts for itself; the last letter of a temporary number for its place among the check letters. */
const valueOf = (character: string): number =>
  /\d/.test(character) ? Number(character) : CHECK_LETTERS.indexOf(character);

/**
 * Whether a text is a unique pupil number (UPN): 13 characters whose first is the check letter of the other twelve,
 * each times its position, modulo 23 (DfE UPN guide). Blind to case and spaces.
 */
export const isUpn = (text: string): boolean => {
  const upn = text.replace(/\s+/g, '').toUpperCase();
  if (!SHAPE.test(upn)) return false;
  const sum = [...upn]
    .slice(1)
    .reduce((total, character, index) => total + valueOf(character) * (index + 2), 0);
  return CHECK_LETTERS[sum % 23] === upn[0];
};
