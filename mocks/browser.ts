import { setupWorker } from 'msw/browser'
import { db } from './db.ts'
import { failureOf } from './failures/failing-kpis.ts'
import { readFailingResource } from './failures/failing-resource.ts'
import { handlers } from './handlers/all.ts'

/** Starts the mock in this browser. Failures are opened by address: see mocks/README.md. */
export async function startMock(): Promise<void> {
  db.hasFailingKpis = failureOf(location.pathname.replace(/^\/kpis\//, '')) !== null
  db.failing = readFailingResource(location.hash)
  await setupWorker(...handlers).start({ onUnhandledFrame: 'bypass', quiet: true })
}
