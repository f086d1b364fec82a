const swc = {
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
}
const shared = {
  ...swc,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
  setupFilesAfterEnv: ['<rootDir>/packages/testkit/src/console-guard.ts'],
}

// A test's ending names what it needs: nothing, a database process, or a browser.
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,packages,bench}/**/*.test.ts?(x)', '<rootDir>/scripts/**/*.test.mjs'],
    },
    { ...shared, displayName: 'api', testMatch: ['<rootDir>/{apps,packages}/**/*.api-test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/{apps,packages}/**/*.journey.ts'] },
  ],
}
