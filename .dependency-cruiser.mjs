// Imports run one way: apps → ui → contract → domain; apps/api → contract → domain. Rules are patterns over folder
// and file names: a new feature or app is held to them from its first line. Checked by scripts/checks/imports.mjs.

// Tests, what the journeys of an app share, and the generators of random values that only they use (arbitrary-survey.ts).
const tests = '[.](test|api-test|journey)[.]tsx?$|^apps/[^/]+/journeys/|/arbitrary-[^/]+[.]ts$'
const webApp = '^apps/(?!api/)([^/]+)/'
const stores = '/store[.]ts$|^apps/api/src/db/'

export default {
  forbidden: [
    {
      name: 'apps-apart',
      comment: 'An app never imports another app. Move what both need into packages/ui, contract or domain.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-below-apps',
      comment: 'A package never imports an app. Pass what it needs in as a parameter.',
      severity: 'error',
      from: { path: '^packages/(?!testkit/)' },
      to: { path: '^(apps|bench)/' },
    },
    {
      name: 'web-imports-shared-packages',
      comment: 'Web code imports packages/ui, charts, contract and domain only. Ask the API for the rest.',
      severity: 'error',
      from: { path: webApp, pathNot: tests },
      to: { path: '^packages/(?!(ui|charts|contract|domain)/)' },
    },
    {
      name: 'ui-imports-what-is-below',
      comment: 'packages/ui imports packages/charts, contract and domain only.',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: tests },
      to: { path: '^packages/(?!(ui|charts|contract|domain)/)' },
    },
    {
      name: 'api-imports-what-is-below',
      comment:
        'apps/api imports packages/charts, contract, domain and embedded-mongo only. A rule both sides need belongs in domain.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: tests },
      to: { path: '^packages/(?!(charts|contract|domain|embedded-mongo)/)' },
    },
    {
      name: 'charts-import-what-is-below',
      comment: 'packages/charts imports packages/contract and domain only.',
      severity: 'error',
      from: { path: '^packages/charts/', pathNot: tests },
      to: { path: '^packages/(?!(charts|contract|domain)/)' },
    },
    {
      name: 'contract-imports-domain',
      comment: 'packages/contract imports packages/domain only.',
      severity: 'error',
      from: { path: '^packages/contract/', pathNot: tests },
      to: { path: '^packages/(?!(contract|domain)/)' },
    },
    {
      name: 'embedded-mongo-stands-alone',
      comment: 'packages/embedded-mongo knows nothing of Sixfold. Turn the dependency round.',
      severity: 'error',
      from: { path: '^packages/embedded-mongo/', pathNot: tests },
      to: { path: '^(apps|bench|packages/(?!embedded-mongo/))' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'packages/domain imports itself, date-fns, @date-fns/tz, date-holidays, htmlparser2, jstat, libphonenumber-js and ml-matrix only. Pass clocks, chance and data in as parameters.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: tests },
      to: {
        pathNot:
          '^packages/domain/src/|^node_modules/(date-fns|@date-fns/tz|date-holidays|htmlparser2|jstat|libphonenumber-js|ml-matrix)/',
      },
    },
    {
      name: 'no-server-library-in-the-browser',
      comment:
        'Web code never imports a database or a server. Call the API through packages/ui/src/api-client.ts.',
      severity: 'error',
      from: { path: `${webApp}|^packages/(ui|contract|domain)/`, pathNot: tests },
      to: {
        path: '^node_modules/(mongoose|mongodb|bson|lmdb|express|socket[.]io|better-auth|nodemailer|pino|@orpc/server)/',
      },
    },
    {
      name: 'database-in-stores',
      comment: 'Only store.ts files and apps/api/src/db import mongoose. Ask the store for plain objects.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: [stores, tests] },
      to: { path: '^node_modules/(mongoose|mongodb|bson)/' },
    },
    {
      name: 'features-meet-in-services',
      comment:
        "A feature of the api uses another one only through that one's service.ts, never its store, routes or jobs.",
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+/[^/]+)/', pathNot: tests },
      to: {
        path: '^apps/api/src/features/[^/]+/[^/]+/',
        pathNot: '^apps/api/src/features/($1/|[^/]+/[^/]+/service[.]ts$)',
      },
    },
    {
      name: 'routes-call-their-own-service',
      comment:
        "routes.ts maps the contract to its own feature's service. Let that service call the other one.",
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+/[^/]+)/routes[.]ts$' },
      to: { path: '^apps/api/src/features/[^/]+/[^/]+/', pathNot: '^apps/api/src/features/$1/' },
    },
    {
      name: 'stores-are-private',
      comment: 'A store is read by its own feature alone. Go through its service.ts.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ['^apps/api/src/features/', tests] },
      to: { path: '^apps/api/src/features/[^/]+/[^/]+/store[.]ts$' },
    },
    {
      name: 'features-apart',
      comment:
        'A feature of a web app never imports another. Compose them in pages/, or move the shared part to packages/ui.',
      severity: 'error',
      from: { path: '^apps/((?!api/)[^/]+)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'features-below-pages',
      comment: 'A page composes features; a feature knows no page. Pass the address or the element in.',
      severity: 'error',
      from: { path: '^apps/((?!api/)[^/]+)/src/features/' },
      to: { path: '^apps/$1/src/pages/' },
    },
    {
      name: 'testkit-in-tests',
      comment:
        'Only tests, bench and the testkit itself import packages/testkit. Move the helper to where it is used.',
      severity: 'error',
      from: { pathNot: [tests, '^packages/testkit/', '^bench/'] },
      to: { path: '^packages/testkit/' },
    },
    {
      name: 'tests-are-leaves',
      comment:
        'Nothing but a test imports a test. Move what both need into a file of its own, or into packages/testkit.',
      severity: 'error',
      from: { pathNot: [tests, '^packages/testkit/'] },
      to: { path: tests },
    },
    {
      name: 'workspaces-by-name',
      comment:
        'Import another workspace by its name (@sixfold/domain/quarter), not by a path into its folder.',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: { path: '^(apps|packages|bench)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-cycles',
      comment:
        'These files import each other in a circle (types aside). Move what they share into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment:
        'This import leads nowhere. Correct the path, or add the dependency to the package.json of its workspace.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|coverage|screenshots)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
