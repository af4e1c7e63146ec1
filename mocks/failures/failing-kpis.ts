import type { Kpi } from '../../src/contract/kpis.ts'
import { db } from '../db.ts'
import { type Failure, failures, isFailure } from './fail.ts'

const prefix = 'error-'

/** 'error-503' → '503'; null for a measure that does not fail. */
export function failureOf(kpi: string): Failure | null {
  const rest = kpi.startsWith(prefix) ? kpi.slice(prefix.length) : ''
  return isFailure(rest) ? rest : null
}

/**
 * Measures whose series fail, each in its own way: /kpis/error-503, /kpis/error-slow and so on. They are in
 * the list of measures only where one of them has been opened, so that no other page shows them.
 */
export function withFailingKpis(kpis: readonly Kpi[]): Kpi[] {
  const [model] = kpis
  if (!db.hasFailingKpis || !model) return [...kpis]
  return [
    ...kpis,
    ...failures.map((failure) => ({
      ...model,
      id: `${prefix}${failure}`,
      name: `Reading that fails (${failure})`,
      definition: 'Not a measure: it shows how the page behaves when its figures cannot be read.',
    })),
  ]
}
