/** The two transforms of every Node test: our TypeScript with decorators, and packages that ship only ES modules. */
const esModules = ['@nestjs', '@noble', 'ical-generator', '@fastify/cookie', 'cookie'];

export const nodeTransform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'commonjs' },
    },
  ],
  '^.+\\.m?js$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
      module: { type: 'commonjs' },
    },
  ],
};

export const nodeTransformIgnore = [`/node_modules/(?!(${esModules.join('|')})/)`];

export const lecternModules = (root: string) => ({
  '^@lectern/check-in/testing$': `${root}/libs/check-in/src/testing.ts`,
  '^@lectern/(core|identity|conferences|registrations|check-in|cpd)/requests$': `${root}/libs/$1/src/requests.ts`,
  '^@lectern/(core|identity|schools|conferences|places|registrations|check-in|cpd|notifications|ui|testing)$': `${root}/libs/$1/src/index.ts`,
});
