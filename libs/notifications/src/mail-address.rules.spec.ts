import { isMailable } from './mail-address.rules';

describe('an address that mail is sent to', () => {
  it.each(['pat@example.org', "o'neil+maths@school.example.org", 'zoë@exämple.org', 'a@b'])(
    'may be %s',
    (address) => expect(isMailable(address)).toBe(true),
  );

  it.each([
    '',
    'pat',
    '@example.org',
    'pat@',
    'pat@example.org\r\nBcc: all@example.org',
    'pat@example.org\n',
    'pat\u0000@example.org',
    'pat@example.org, sam@example.org',
    'Pat <pat@example.org>',
    'pat @example.org',
    'a@b@c',
    `${'x'.repeat(65)}@example.org`,
    `x@${'y'.repeat(190)}`,
  ])('is never %j', (address) => expect(isMailable(address)).toBe(false));
});
