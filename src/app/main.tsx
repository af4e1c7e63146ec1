import '../ui/tokens.css'
import '../ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyPreferences } from './apply-preferences.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { setTypeOnce } from './set-type-once.ts'

async function start(root: HTMLElement) {
  if (import.meta.env.DEV || import.meta.env.MODE === 'mock') {
    const { startMock } = await import('../../mocks/browser.ts')
    await startMock()
  }
  applyPreferences()
  const client = createQueryClient()
  const router = createAppRouter(client)
  // code and readings are on their way while type is waited for
  void router.load()
  await setTypeOnce(root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (root) void start(root)
