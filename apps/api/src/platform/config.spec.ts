import { ConfigError, readConfig } from './config';

const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)).toString('base64');

describe('the configuration', () => {
  it('needs nothing to run on this machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      databaseUrl: null,
      demo: 'auto',
      url: 'http://localhost:3000',
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000; rm'],
    ['DATABASE_URL', 'postgres://host/name'],
    ['LECTERN_DEMO', 'yes'],
    ['LECTERN_URL', 'lectern'],
    ['LECTERN_DATA_KEY', 'c2hvcnQ='],
    ['LOG_LEVEL', 'loud'],
  ])('refuses to start with %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('refuses production without an https address or without a data key', () => {
    expect(() => readConfig({ NODE_ENV: 'production', LECTERN_DATA_KEY: key })).toThrow('LECTERN_URL');
    expect(() =>
      readConfig({ NODE_ENV: 'production', LECTERN_URL: 'http://lectern.example', LECTERN_DATA_KEY: key }),
    ).toThrow('https');
    expect(() => readConfig({ NODE_ENV: 'production', LECTERN_URL: 'https://lectern.example' })).toThrow(
      'LECTERN_DATA_KEY',
    );
  });

  it('never fills the demo in production by itself', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      LECTERN_URL: 'https://lectern.example',
      LECTERN_DATA_KEY: key,
    });
    expect(config.demo).toBe('off');
  });

  it('warns of a LECTERN_ name that it does not know', () => {
    expect(readConfig({ LECTERN_HOEM: '/srv' }).warnings).toEqual([expect.stringContaining('LECTERN_HOEM')]);
  });
});
