const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a text may be stored: no control characters (SQLite cuts text at NUL) and no half of a character. */
export const isStorableText = (text: string): boolean => !CONTROL.test(text) && !LONE_SURROGATE.test(text);

/** Text as people compare it: lower case, without accents, every kind of apostrophe gone, spaces made single. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['‘’ʼ`´]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
