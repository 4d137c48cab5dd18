import { lecternModules, nodeTransform, nodeTransformIgnore } from '../../jest.swc';

export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.e2e-spec.ts'],
  transform: nodeTransform,
  transformIgnorePatterns: nodeTransformIgnore,
  moduleNameMapper: lecternModules('<rootDir>/../..'),
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
};
