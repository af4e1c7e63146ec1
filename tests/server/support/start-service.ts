/** The service as a process of its own, for tests that stop it: settings come from the environment. */
import { readSettings } from '../../../server/settings.ts'
import { startService } from '../../../server/start-service.ts'

try {
  const service = await startService({ ...readSettings(process.env), assets: null, say: console.log })
  process.once('SIGTERM', () => {
    void service.stop().then(() => process.exit(0))
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
