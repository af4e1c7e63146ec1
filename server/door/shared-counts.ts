import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import type { Queries } from '../db/database.ts'
import { countRequest } from '../db/request-counts.ts'

/** Where requests are counted that come to several instances: in the database that they share. */
export function countIn(queries: Queries, now: () => Date): FastifyRateLimitStoreCtor {
  return class SharedCounts implements FastifyRateLimitStore {
    incr(
      name: string,
      tell: (error: Error | null, counted?: { current: number; ttl: number }) => void,
      timeWindow = 60_000,
    ) {
      const at = now()
      countRequest(queries, name, { at, until: new Date(at.getTime() + timeWindow) }).then(
        ({ count, endsAt }) =>
          tell(null, { current: count, ttl: Math.max(0, endsAt.getTime() - at.getTime()) }),
        (error: Error) => tell(error),
      )
    }

    child() {
      return new SharedCounts()
    }
  }
}
