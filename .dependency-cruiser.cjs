/**
 * The arrows of the house: who may import whom. Features meet in app/ and share through the floors below them.
 * tests/guards/arrows.test.ts plants a violation of each kind and sees it caught.
 */
const floors = {
  contract: ['domain'],
  service: ['contract', 'domain'],
  domain: [],
  ui: [],
  stores: [],
  api: ['contract', 'domain'],
  ingest: ['contract', 'domain'],
  demo: ['contract', 'domain'],
  charts: ['domain', 'ui'],
  exhibits: ['charts', 'api', 'domain', 'ui', 'stores'],
  features: ['exhibits', 'charts', 'api', 'domain', 'ui', 'stores'],
  app: ['features', 'exhibits', 'api', 'domain', 'ui', 'stores'],
}

const within = Object.entries(floors).map(([floor, allowed]) => ({
  name: `${floor}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: '^(src|mocks|server)/', pathNot: `^src/(${[floor, ...allowed].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...within.map((rule) =>
      rule.name.startsWith('app-')
        ? { ...rule, to: { ...rule.to, pathNot: `${rule.to.pathNot}|^mocks/browser\\.ts$` } }
        : rule,
    ),
    {
      name: 'only-the-entry-imports-mocks',
      comment: 'Product code never imports mocks, except one dynamic import in the entry file.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/main\\.tsx$' },
      to: { path: '^mocks/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'mocks-import-service-contract-domain-demo',
      severity: 'error',
      from: { path: '^mocks/' },
      to: { path: '^(src|server)/', pathNot: '^src/(service|contract|domain|demo)/' },
    },
    {
      name: 'server-imports-service-contract-domain-demo-ingest',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|mocks)/', pathNot: '^src/(service|contract|domain|demo|ingest)/' },
    },
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: 'node_modules/(react|react-dom|@tanstack|recharts|zustand|msw|fastify|drizzle-orm)(/|$)' },
    },
    {
      name: 'pglite-through-its-own-module',
      comment: 'server/db/pglite.ts sets what keeps V8 from ending the process.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/db/pglite\\.ts$' },
      to: { path: 'node_modules/@electric-sql/pglite/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.module\\.css$|\\.css$|\\?raw$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
}
