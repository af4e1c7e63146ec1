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
        gcTime: 30 * 60_000,
      },
    },
  })
}
