import { db, type FailingResource } from '../db.ts'
import { type Failure, isFailure } from './fail.ts'

/** '#fail=overview-503' → the overview answers 503. Any resource, any failure; null where none is asked for. */
export function readFailingResource(hash: string): FailingResource | null {
  const [, resource, failure] = /^#fail=([a-z-]+)-([a-z0-9]+)$/.exec(hash) ?? []
  return resource && failure && isFailure(failure) ? { resource, failure } : null
}

export function failureOfResource(resource: string): Failure | null {
  return db.failing?.resource === resource ? db.failing.failure : null
}
