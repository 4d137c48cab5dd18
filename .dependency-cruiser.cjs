// The import rules of docs/adr/0001. They hold for types too (tsPreCompilationDeps), so a cycle of types is a cycle.

const AREAS = ['identity', 'schools', 'conferences', 'registrations', 'check-in', 'cpd', 'surveys'];
const API = '^apps/api/src/';
const SPEC = String.raw`\.(spec|db-spec|e2e-spec)\.ts$|\.harness\.ts$`;

/** What each lib may import besides `core` and the two that everyone may use; nothing further right. */
const MAY_USE = {
  identity: [],
  schools: ['identity'],
  notifications: [],
  conferences: ['identity', 'schools'],
  // How places are given and waited for, the same for conferences and for CPD (docs/adr/0014).
  places: ['conferences'],
  registrations: ['identity', 'schools', 'conferences', 'places'],
  'check-in': ['identity', 'schools', 'conferences', 'places', 'registrations'],
  cpd: ['identity', 'schools', 'conferences', 'places'],
  surveys: ['identity', 'schools', 'conferences', 'places', 'registrations', 'cpd'],
};

const libOrder = Object.entries(MAY_USE).map(([lib, allowed]) => ({
  name: `lib-${lib}-imports-leftwards`,
  comment: `libs/${lib} may import only core${allowed.map((name) => `, ${name}`).join('')}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: `^libs/(${['core', lib, ...allowed].join('|')})/` },
}));

/** What one area of the API may see of another: its module and what the module exports: services and other job titles. */
const FACES = String.raw`\.module\.ts$|\.service\.ts$|-(reader|lifecycle|import)\.ts$`;

const apiAreas = AREAS.map((area) => ({
  name: `api-${area}-uses-faces`,
  comment: `apps/api/src/${area} reaches another area through its module or an exported service, never its rows.`,
  severity: 'error',
  from: { path: `${API}${area}/`, pathNot: SPEC },
  to: { path: `${API}(${AREAS.join('|')})/`, pathNot: `${API}${area}/|${FACES}` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thought in two places, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'Libs never import an app; tools and benchmarks use what was built.',
      severity: 'error',
      from: { path: '^(libs|tools)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stay-apart',
      comment: 'No application imports another: what two share is a lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    ...libOrder,
    {
      name: 'lib-core-imports-nothing',
      comment: 'core knows no word of the domain.',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: '^libs/core/' },
    },
    {
      name: 'lib-ui-is-presentational',
      comment: 'ui draws what it is given: it may know core and, as types, the areas, but no test builders.',
      severity: 'error',
      from: { path: '^libs/ui/', pathNot: SPEC },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'libs-are-plain-typescript',
      comment: 'A lib runs in a browser, in Node and in a test without set-up.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(ui|testing)/|${SPEC}` },
      to: {
        dependencyTypesNot: ['local', 'localmodule', 'aliased'],
        pathNot:
          '^(libs|node_modules/(@stdlib/stats-base-dists-[\\w-]+|class-validator|class-transformer|uuid|tslib|reflect-metadata))/',
      },
    },
    {
      name: 'validators-only-in-requests',
      comment:
        'class-validator weighs 100 kB in a page: only *.requests.ts and validation decorators use it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: String.raw`\.requests\.ts$|/is-[\w-]+\.ts$|^libs/testing/|${SPEC}` },
      to: { path: '^node_modules/(class-validator|class-transformer)/' },
    },
    {
      name: 'index-carries-no-validators',
      comment: 'The front edge of a lib gives request classes as types only (docs/adr/0003).',
      severity: 'error',
      from: {
        path: String.raw`^libs/[^/]+/src/(?!requests\.ts$)`,
        pathNot: String.raw`\.requests\.ts$|${SPEC}`,
      },
      to: { path: String.raw`\.requests\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing-only-from-tests',
      comment: 'Builders and fixed clocks belong to specs and harnesses.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `^libs/testing/|^apps/e2e/|test-setup\\.ts$|${SPEC}` },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'harnesses-only-from-tests',
      comment: 'A harness is no part of what is served.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `^libs/testing/|${SPEC}` },
      to: { path: String.raw`\.harness\.ts$`, pathNot: '^libs/ui/' },
    },
    ...apiAreas,
    {
      name: 'api-demo-uses-services',
      comment: 'The demo is told through the same services as real work.',
      severity: 'error',
      from: { path: `${API}demo/`, pathNot: SPEC },
      to: { path: `${API}(${AREAS.join('|')})/`, pathNot: FACES },
    },
    {
      name: 'nobody-uses-the-demo',
      comment: 'Only the start and the commands know that there is a demo.',
      severity: 'error',
      from: { path: `${API}[^/]+/`, pathNot: `${API}demo/|${SPEC}` },
      to: { path: `${API}demo/` },
    },
    {
      name: 'audit-and-notifications-know-no-area',
      comment: 'Areas call them, never the other way round.',
      severity: 'error',
      from: { path: `${API}(audit|notifications)/`, pathNot: SPEC },
      to: { path: `${API}(${[...AREAS, 'demo'].join('|')})/` },
    },
    {
      name: 'platform-and-persistence-know-no-area',
      comment: 'The ground floor of the API carries every area; only the list of entities names them.',
      severity: 'error',
      from: { path: `${API}(platform|persistence)/`, pathNot: `${API}persistence/entities\\.ts$|${SPEC}` },
      to: { path: `${API}(${[...AREAS, 'audit', 'notifications', 'demo'].join('|')})/` },
    },
    {
      name: 'typeorm-only-where-data-lives',
      comment: 'Only repositories, entities and persistence know TypeORM; services and controllers never do.',
      severity: 'error',
      from: {
        path: API,
        pathNot: `${API}persistence/|\\.(entity|repository)\\.ts$|${SPEC}`,
      },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
