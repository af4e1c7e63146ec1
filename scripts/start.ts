/**
 * Starts the dashboard: builds the app where needed, opens the database, loads the demonstration at the first
 * start, and serves API and app on one port. Whatever stands in the way is said, with what to do about it.
 */
import { join } from 'node:path'
import { LockedError } from '../server/db/lock.ts'
import { CorruptedError } from '../server/db/open-data-directory.ts'
import { readSettings, SettingError } from '../server/settings.ts'
import { PortInUseError, startService } from '../server/start-service.ts'
import { BuildError, buildWhereNeeded } from './build-where-needed.ts'

const root = join(import.meta.dirname, '..')

async function start() {
  const settings = readSettings(process.env)
  const assets = buildWhereNeeded(root)
  const service = await startService({ ...settings, assets, say: console.log })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void service.stop().then(() => process.exit(0))
    })
  }
}

const expected = [SettingError, LockedError, CorruptedError, PortInUseError, BuildError]

start().catch((error: unknown) => {
  const isExpected = expected.some((kind) => error instanceof kind)
  console.error(isExpected && error instanceof Error ? error.message : error)
  process.exit(1)
})
