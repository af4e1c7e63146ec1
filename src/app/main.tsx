import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/without-scripts.css'
import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { isDrawnFor, pinnedByDrawing, takeDrawnReadings } from '../api/drawn-readings.ts'
import { readyFirstReadings } from '../api/first-readings.ts'
import { App } from './App.tsx'
import { applyPreferences } from './apply-preferences.ts'
import { nameHeldStyles } from './name-held-styles.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { setTypeOnce } from './set-type-once.ts'
import { bringWordsAtPrint } from './words-at-print.ts'

async function start(root: HTMLElement) {
  if (import.meta.env.DEV || import.meta.env.MODE === 'mock') {
    const { startMock } = await import('../../mocks/browser.ts')
    await startMock()
  }
  nameHeldStyles()
  applyPreferences()
  bringWordsAtPrint()
  await readyFirstReadings()
  const client = createQueryClient()
  await breathe()
  takeDrawnReadings(client)
  const pinned = pinnedByDrawing(location)
  if (pinned) history.replaceState(history.state, '', pinned)
  await breathe()
  const router = createAppRouter(client)
  // code and readings are on their way while type is waited for
  const loaded = router.load()
  if (isDrawnFor(location)) {
    await loaded
    // where nothing is laid out, nothing has a width
    while (document.documentElement.style.display) await new Promise(requestAnimationFrame)
    // the router leaves out, as it did where the page was drawn, what waits for a first loading
    router.ssr = { manifest: undefined }
    // in slices, between which a press is answered
    startTransition(() => void hydrateRoot(root, <App client={client} router={router} />))
    return
  }
  await setTypeOnce(root)
  createRoot(root).render(<App client={client} router={router} />)
}

/** Lets what a reader does come between: each step alone takes less than anybody notices. */
function breathe(): Promise<void> {
  return new Promise((done) => setTimeout(done))
}

const root = document.getElementById('root')
if (root) void start(root)
