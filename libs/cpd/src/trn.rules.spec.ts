import { readTrn } from './trn.rules';

describe('a teacher reference number', () => {
  it.each(['1234567', ' 1234567 ', '12 34 567', '1234\u00a0567', '0000001'])('is read from %j', (text) => {
    expect(readTrn(text)).toEqual({ kind: 'ok', trn: text.replace(/\s/g, '') });
  });

  it.each(['', '   ', null, undefined])('may be left out: %j', (text) => {
    expect(readTrn(text)).toEqual({ kind: 'none' });
  });

  it.each(['123456', '12345678', '123456a', 'RP 12/34567', '12-34567', '１２３４５６７'])(
    'is not %j',
    (text) => {
      expect(readTrn(text)).toMatchObject({ kind: 'wrong' });
    },
  );
});
