import { setupWorker } from 'msw/browser'
import { failAsAddressed } from './failures/fail-as-addressed.ts'
import { handlers } from './handlers/all.ts'

/** Starts the mock in this browser. Failures are opened by address: see mocks/README.md. */
export async function startMock(): Promise<void> {
  failAsAddressed(new URL(location.href))
  await setupWorker(...handlers).start({ onUnhandledFrame: 'bypass', quiet: true })
}
