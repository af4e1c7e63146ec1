/** Starts the dashboard: builds the app where needed, then runs the service and watches over it. */
import { join } from 'node:path'
import { describeError } from '../server/log/loggable-error.ts'
import { SettingError } from '../server/setting-error.ts'
import { readSettings } from '../server/settings.ts'
import { wordsFor } from '../server/words-for-people.ts'
import { BuildError, buildWhereNeeded } from './build-where-needed.ts'
import { watchOver } from './watch-over.ts'

try {
  // before anything is built for settings that cannot be used
  readSettings(process.env)
  buildWhereNeeded(join(import.meta.dirname, '..'))
  watchOver(join(import.meta.dirname, 'serve.ts'))
} catch (error) {
  const words = wordsFor(error, [SettingError, BuildError])
  console.error(words ?? `The service could not be started: ${describeError(error)}.`)
  process.exitCode = 1
}
