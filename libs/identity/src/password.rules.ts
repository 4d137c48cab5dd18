import type { FieldError } from '@lectern/core';

export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

const COMMON = ['password', 'qwerty', 'letmein', 'lectern', 'edgehill', '123456789', 'abcdefgh', 'iloveyou'];

/**
 * Why a new password is refused, or null. Length is what counts (NIST SP 800-63B, OWASP ASVS 5.0): no composition
 * rules, but not one common word repeated or a run of one character.
 */
export const refusePassword = (password: string, email?: string): FieldError | null => {
  const refuse = (code: string, message: string): FieldError => ({ field: 'password', code, message });
  if (password.length < PASSWORD_MIN) {
    return refuse(
      'too-short',
      `Use ${PASSWORD_MIN} characters or more. Three random words are a good password.`,
    );
  }
  if (password.length > PASSWORD_MAX) return refuse('too-long', `Use ${PASSWORD_MAX} characters or fewer.`);
  const folded = password.toLowerCase().replace(/[^a-z0-9]/g, '');
  const leftover = COMMON.reduce((rest, word) => rest.split(word).join(''), folded);
  if (leftover.length < 4 || new Set(folded).size < 5) {
    return refuse('too-common', 'This password is easy to guess. Use three random words.');
  }
  if (
    email &&
    folded.includes((email.split('@')[0] ?? email).toLowerCase().replace(/[^a-z0-9]/g, '') || '\n')
  ) {
    return refuse('holds-email', 'Choose a password that does not contain your e-mail address.');
  }
  return null;
};
