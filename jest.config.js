const shared = {
  testEnvironment: '<rootDir>/scripts/jest/native-environment.mjs',
  runtime: '<rootDir>/scripts/jest/native-runtime.mjs',
  transform: {},
  injectGlobals: false,
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
  setupFilesAfterEnv: ['<rootDir>/packages/testkit/src/console-guard.ts', '<rootDir>/scripts/jest/seed.mjs'],
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
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/{apps,packages}/**/*.journey.ts'],
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/scripts/jest/attempts.mjs'],
    },
  ],
}
