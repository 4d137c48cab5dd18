import { flagFreeText } from './flag-free-text.rules';

const roster = [
  { givenName: 'Will', familyName: 'Oakley' },
  { givenName: 'Zoë', familyName: 'O’Brien-Marsh' },
];

describe('a free text', () => {
  it.each([
    ['I liked the talk about codes', []],
    ['write to wren@example.org please', ['e-mail']],
    ['ring me on 07700 900123', ['telephone']],
    ['+44 (0)7700-900 123', ['telephone']],
    ['I got 1 2 3 right and 45 of 60', []],
    ['Will Oakley helped me', ['name']],
    ['oakley was funny', ['name']],
    ['I will be willing to try', []],
    ["Zoe O'Brien Marsh sat beside me, call 01695 575171", ['telephone', 'name']],
    ['2026 was better than 2025', []],
  ])('%s: %j', (text, flags) => {
    expect(flagFreeText(text, roster)).toEqual(flags);
  });
});
