/** Every tier of `npm test`; tools/test.mjs chooses which projects a machine can run and says what it leaves out. */
export default {
  projects: [
    '<rootDir>/libs/jest.config.ts',
    '<rootDir>/apps/api/jest.config.ts',
    '<rootDir>/apps/api/jest.db-sqlite.config.ts',
    '<rootDir>/apps/api/jest.db-mariadb.config.ts',
    '<rootDir>/apps/web/jest.config.ts',
    '<rootDir>/apps/steward/jest.config.ts',
    '<rootDir>/apps/e2e/jest.config.ts',
  ],
};
