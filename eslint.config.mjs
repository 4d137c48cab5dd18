import angular from 'angular-eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const API = ['apps/api/**/*.ts', 'apps/e2e/**/*.ts'];
const ANGULAR = ['apps/web/**/*.ts', 'apps/steward/**/*.ts', 'libs/ui/**/*.ts'];
const TEMPLATES = ['apps/web/**/*.html', 'apps/steward/**/*.html', 'libs/ui/**/*.html'];
const SPECS = [
  '**/*.spec.ts',
  '**/*.db-spec.ts',
  '**/*.e2e-spec.ts',
  '**/*.harness.ts',
  'libs/testing/**/*.ts',
];

/** A rule has one severity, and a file's length has two limits: a warning at 300 lines and an error at 400. */
const length = { rules: { 'max-lines': builtinRules.get('max-lines') } };

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'var/**',
      'coverage/**',
      '.angular/**',
      '.nx/**',
      // The HTML shells are no templates.
      'apps/*/src/index.html',
      // Outside every TypeScript program: Jest's configurations are read by ts-node and checked by running.
      '**/jest*.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { length },
    rules: {
      'length/max-lines': ['warn', { max: 300 }],
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'An as-const object with a union type, not an enum.' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Numbers in sentences are what most of our templates hold.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return this.refuse(…)` as an early way out, and `() => list.clear()` as a callback, say enough.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Request classes and entities are plain data with decorators: literals and spreads of them are meant.
      // Spreading a text is how we walk its code points.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Modules and pages are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `http.delete<void>(…)`: what a call answers may be nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An async method that does not wait yet keeps its promise to those who call it (interfaces, Nest's hooks).
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: API,
    languageOptions: {
      parserOptions: { project: 'apps/api/tsconfig.spec.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Nest reads constructor and parameter types at run time: `import type` would erase what it injects by.
      '@typescript-eslint/consistent-type-imports': 'off',
      // The types of raw SQL rows are our word only: MariaDB sends sums as text and booleans as numbers.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/steward/**/*.ts', 'libs/**/*.ts'],
    languageOptions: {
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    // What these two print is their purpose.
    files: ['apps/api/src/main.ts', 'apps/api/src/cli.ts', 'apps/api/src/openapi-cli.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ANGULAR,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: ['app', 'lectern'], style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: ['app', 'lectern'], style: 'camelCase' },
      ],
      // Angular's `Validators.required` and its like are static functions that never use `this`.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    },
  },
  {
    files: TEMPLATES,
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-self-closing-tags': 'error',
      // The content security policy refuses style attributes; bindings set properties and are fine.
      '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true }],
    },
  },
  {
    files: SPECS,
    rules: {
      'length/max-lines': 'off',
      'max-lines': ['error', { max: 600 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers of supertest, inject() and JSON.parse are `any` by nature; an expectation is their check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-undef': 'off',
      'prefer-const': 'error',
    },
  },
);
