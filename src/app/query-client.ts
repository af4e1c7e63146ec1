import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // what is forbidden, unknown or malformed does not get better by asking again
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.mayRecover,
        retryDelay: 800,
        staleTime: 60_000,
        // what was read stays for a meeting, network or not
        gcTime: 4 * 60 * 60_000,
        // without a network a reading fails and says so, and what was read before stays; else it would wait unseen
        networkMode: 'always',
        refetchOnReconnect: true,
      },
    },
  })
}
