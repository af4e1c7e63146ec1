/**
 * The service, in the process that `start.ts` watches over: opens the database, loads the demonstration at the first
 * start, and serves API and app on one port. Whatever stands in the way is said, with what to do about it.
 */
import { join } from 'node:path'
import { whyNotOpened } from '../server/db/why-not-opened.ts'
import { PortInUseError } from '../server/listening.ts'
import { describeError } from '../server/log/loggable-error.ts'
import { SettingError } from '../server/setting-error.ts'
import { readSettings } from '../server/settings.ts'
import { startService } from '../server/start-service.ts'
import { wordsFor } from '../server/words-for-people.ts'
import { sayAlive } from './heartbeat.ts'

/** So long a reply that is on its way may take, once the database has ended. */
const lastRepliesMs = 1000

const kinds = [SettingError, ...whyNotOpened, PortInUseError]

function endWith(error: unknown): never {
  console.error(wordsFor(error, kinds) ?? `The service has ended: ${describeError(error)}.`)
  process.exit(1)
}

process.on('uncaughtException', endWith)
process.on('unhandledRejection', endWith)

const assets = join(import.meta.dirname, '..', 'dist')
const service = await startService({ ...readSettings(process.env), assets, say: console.log })
sayAlive()
void service.ended.then((error) => setTimeout(() => endWith(error), lastRepliesMs))

let isStopping = false
const stop = () => {
  if (isStopping) return
  isStopping = true
  void service.stop().then(() => process.exit(0), endWith)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// whoever watches is gone: nobody would pass a signal on any more
process.on('disconnect', stop)
