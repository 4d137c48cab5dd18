import { lecternModules } from '../../jest.swc';

export default {
  displayName: 'web',
  // The pieces of libs/ui are tested with the pages that use them.
  roots: ['<rootDir>/src', '<rootDir>/../../libs/ui/src'],
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/../../libs/ui/src/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@noble|idb))'],
  moduleNameMapper: lecternModules('<rootDir>/../..'),
};
