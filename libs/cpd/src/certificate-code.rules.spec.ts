import fc from 'fast-check';
import { drawCertificateCode, formatCertificateCode, readCertificateCode } from './certificate-code.rules';

const aCode = fc
  .array(fc.nat(255), { minLength: 11, maxLength: 11 })
  .map((bytes) => [...bytes, ...Array.from({ length: 10 }, () => 0), 1])
  .map((bytes) => drawCertificateCode(() => bytes.shift() ?? 0));

describe('a certificate’s code', () => {
  it('is twelve symbols in three fours, and is read back however it is typed', () => {
    fc.assert(
      fc.property(aCode, (code) => {
        const printed = formatCertificateCode(code);
        expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        for (const typed of [code, printed, printed.toLowerCase(), printed.replaceAll('-', ' ')]) {
          expect(readCertificateCode(typed)).toEqual({ kind: 'ok', code });
        }
      }),
    );
  });

  it('forgives O for 0 and I or L for 1', () => {
    expect(readCertificateCode('oooo-oooo-ooi1')).toEqual(readCertificateCode('0000-0000-0011'));
    expect(readCertificateCode('0000-0000-0011')).toEqual({ kind: 'ok', code: '000000000011' });
  });

  it('says that a symbol is wrong, or that it is no code at all', () => {
    expect(readCertificateCode('0000-0000-0012')).toMatchObject({
      kind: 'wrong',
      words: 'One of the letters or digits is wrong. Compare the code with the certificate.',
    });
    for (const text of ['', '0000-0000', '0000-0000-0011-0', '<script>alert']) {
      expect(readCertificateCode(text)).toMatchObject({ kind: 'wrong' });
    }
  });
});
