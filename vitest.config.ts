import { defineConfig } from 'vitest/config'

// Workers inherit the zone; a test that reads local time must not depend on the machine it runs on.
process.env.TZ = 'Europe/London'

/** Files of one worker share its process: none of them leaves anything behind that another would find. */
const shared = { pool: 'threads', isolate: false } as const

/** The same where a process is needed whole: its signals, its mask, its working directory. */
const sharedProcess = { pool: 'forks', isolate: false } as const

/** Components of which a module is replaced, or which need the app as it begins: a process each. */
const isolated = ['tests/components/**/*.isolated.test.tsx']

/** What touches SQL, locks, transactions or conflicts runs on PostgreSQL as well as on PGlite: decision 0063. */
const onBothEngines = [
  'tests/contract/{mock-equals-server,storing-packs,writing-actions,writing-commentary}.test.ts',
  'tests/server/{audiences,audit,many-at-once,migrations,publish,publish-actions,resources,sign-in}.test.ts',
  'tests/server/loads/{real-edition,routes}.test.ts',
  'tests/server/postgres/*.test.ts',
]

/** Everything of the server and the contract where `npm run test:postgres` asks for it, which belong to two projects. */
const onPostgres =
  process.env.ON_POSTGRES === 'all'
    ? { include: ['tests/{contract,server}/**/*.test.ts'], isolate: true }
    : { include: onBothEngines }

const domSetup = ['tests/support/setup-dom.ts']
/** What many tests read is made once: the demonstration as a database holds it, and as the mock does. */
const demonstration = ['tests/support/demonstration-image.ts']
const published = ['tests/support/published-demonstration.ts']
const readsPublished = 'tests/support/reads-made-demonstration.ts'

// Node's fetch takes no relative address.
const apiOrigin = { VITE_API_BASE_URL: 'http://localhost' }

export default defineConfig({
  test: {
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubGlobals: true,
    // nothing is timed, so a busy machine may take its time: decision 0031
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // one more than the cores of the smallest machine: a file that waits for a process leaves its core to another
    maxWorkers: 3,
    setupFiles: ['tests/support/seeded-properties.ts'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          globalSetup: published,
          setupFiles: readsPublished,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/golden/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'components',
          environment: 'jsdom',
          env: apiOrigin,
          include: ['tests/components/**/*.test.{ts,tsx}'],
          exclude: isolated,
          globalSetup: published,
          setupFiles: [readsPublished, ...domSetup],
        },
      },
      {
        extends: true,
        test: {
          pool: 'threads',
          name: 'components, isolated',
          environment: 'jsdom',
          env: apiOrigin,
          include: isolated,
          globalSetup: published,
          setupFiles: [readsPublished, ...domSetup],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'contract',
          environment: 'node',
          globalSetup: [...demonstration, ...published],
          setupFiles: readsPublished,
          include: ['tests/contract/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...sharedProcess,
          name: 'server',
          environment: 'node',
          globalSetup: demonstration,
          include: ['tests/server/**/*.test.ts'],
          exclude: ['tests/server/postgres/**'],
        },
      },
      {
        extends: true,
        test: {
          ...sharedProcess,
          name: 'postgres',
          environment: 'node',
          env: { TEST_ENGINE: 'postgres' },
          globalSetup: ['tests/support/postgres/set-up.ts'],
          ...onPostgres,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'guards',
          environment: 'node',
          include: ['tests/guards/**/*.test.ts'],
        },
      },
    ],
  },
})
