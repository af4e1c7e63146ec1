import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createQueryClient } from '../../src/app/query-client.ts'
import { createAppRouter } from '../../src/app/router.tsx'

/** The whole app at an address, on whatever the mock server answers. */
export function renderApp(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] })
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  const router = createAppRouter(client, history)
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return {
    user: userEvent.setup(),
    client,
    address: () => history.location.href,
  }
}
