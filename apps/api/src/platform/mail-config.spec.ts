import { readConfig } from './config';
import { mailOf } from './mail-config';

const FROM = 'Lectern <lectern@uni.example>';

describe('the settings of mail', () => {
  it('keep mails in the application when nothing is set', () => {
    expect(mailOf(undefined, undefined)).toEqual({
      server: null,
      from: { name: 'Lectern', address: 'lectern@localhost' },
    });
    expect(mailOf('', '').server).toBeNull();
  });

  it('read a server, its account and whom mails are from', () => {
    expect(mailOf('smtp://lectern:p%40ss@mail.uni.example', FROM)).toEqual({
      server: {
        host: 'mail.uni.example',
        port: 587,
        secure: false,
        requireTls: true,
        user: 'lectern',
        password: 'p@ss',
      },
      from: { name: 'Lectern', address: 'lectern@uni.example' },
    });
    expect(mailOf('smtps://mail.uni.example', 'post@uni.example')).toMatchObject({
      server: { port: 465, secure: true, requireTls: false, user: null },
      from: { name: 'Lectern', address: 'post@uni.example' },
    });
  });

  it('insist on encryption before a password is told, except to this very machine', () => {
    expect(mailOf('smtp://a:b@10.0.0.1:25', FROM).server?.requireTls).toBe(true);
    expect(mailOf('smtp://a:b@localhost:2525', FROM).server?.requireTls).toBe(false);
    expect(mailOf('smtp://relay.uni.example:25', FROM).server?.requireTls).toBe(false);
  });

  it.each(['mail.example', 'http://mail.example', 'smtp://', 'smtp://mail.example/box', 'smtp://a:b@c?x=1'])(
    'refuse %s as a server, without repeating it',
    (value) => {
      expect(() => mailOf(value, FROM)).toThrow(/^SMTP_URL: /);
      expect(() => mailOf('smtp://u:secret@h?x', FROM)).not.toThrow(/secret/);
    },
  );

  it.each(['nobody', 'Lectern <>', 'Lectern <a@b', 'a@b>', 'a@b\r\nBcc: c@d', 'A "B" <a b@c>'])(
    'refuse %j as the sender',
    (value) => expect(() => mailOf('smtp://mail.example', value)).toThrow(/^MAIL_FROM: /),
  );

  it('ask for a sender as soon as there is a server', () => {
    expect(() => mailOf('smtp://mail.example', undefined)).toThrow('MAIL_FROM: is needed');
  });

  it('warn in production that nobody gets mails without a server', () => {
    const environment = {
      NODE_ENV: 'production',
      LECTERN_URL: 'https://lectern.example',
      LECTERN_DATA_KEY: Buffer.from(Array.from({ length: 32 }, (_, n) => n)).toString('base64'),
    };
    expect(readConfig(environment).warnings).toEqual([expect.stringContaining('SMTP_URL is not set')]);
    expect(readConfig({ ...environment, SMTP_URL: 'smtp://m', MAIL_FROM: FROM }).warnings).toEqual([]);
    expect(readConfig({}).warnings).toEqual([]);
  });
});
