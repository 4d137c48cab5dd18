import { lecternModules, nodeTransform, nodeTransformIgnore } from '../jest.swc';

export default {
  displayName: 'libs',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/libs/ui/'],
  transform: nodeTransform,
  transformIgnorePatterns: nodeTransformIgnore,
  moduleNameMapper: lecternModules('<rootDir>/..'),
};
