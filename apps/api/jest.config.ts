import { lecternModules, nodeTransform, nodeTransformIgnore } from '../../jest.swc';

export default {
  displayName: 'api',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],

  transform: nodeTransform,
  transformIgnorePatterns: nodeTransformIgnore,
  moduleNameMapper: lecternModules('<rootDir>/../..'),
};
