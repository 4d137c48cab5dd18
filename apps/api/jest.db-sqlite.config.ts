import { lecternModules, nodeTransform, nodeTransformIgnore } from '../../jest.swc';

export default {
  displayName: 'db-sqlite',
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/jest.db-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.db-spec.ts'],
  // The same specs run once for each dialect; the harness reads this name.
  globals: { LECTERN_TEST_DIALECT: 'sqlite' },
  transform: nodeTransform,
  transformIgnorePatterns: nodeTransformIgnore,
  moduleNameMapper: lecternModules('<rootDir>/../..'),
};
