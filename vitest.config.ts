import { defineConfig } from 'vitest/config'

// Workers inherit the zone; a test that reads local time must not depend on the machine it runs on.
process.env.TZ = 'Europe/London'

const domSetup = ['tests/support/setup-dom.ts']
const demonstration = ['tests/support/demonstration-image.ts']

// Node's fetch takes no relative address.
const apiOrigin = { VITE_API_BASE_URL: 'http://localhost' }

export default defineConfig({
  test: {
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          env: apiOrigin,
          include: ['tests/components/**/*.test.{ts,tsx}'],
          setupFiles: domSetup,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          env: apiOrigin,
          include: ['tests/pages/**/*.test.{ts,tsx}'],
          setupFiles: domSetup,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          globalSetup: demonstration,
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          globalSetup: demonstration,
          include: ['tests/server/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'guards',
          environment: 'node',
          include: ['tests/guards/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
