import { fileWords } from './file-words';

describe('what a download will be', () => {
  it.each([
    ['application/pdf', 240_400, 'PDF, 240 kB'],
    ['application/pdf', 12, 'PDF, 1 kB'],
    ['image/png', 1_250_000, 'PNG picture, 1.3 MB'],
    ['image/jpeg', 999_700, 'JPEG picture, 1.0 MB'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      45_000,
      'Word document, 45 kB',
    ],
  ])('%s of %i bytes is %s', (contentType, size, words) => {
    expect(fileWords({ contentType, size })).toBe(words);
  });
});
