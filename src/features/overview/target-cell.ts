import { isUnsettled } from '../../domain/analysis/open-year.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { claimInShort } from '../../domain/findings/claim-in-short.ts'
import { claimOf, type TargetClaim } from '../../domain/findings/claim-of.ts'
import { formatTarget } from '../../domain/measures/format.ts'
import { meetsTarget } from '../../domain/measures/measure.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'

export interface TargetModel {
  verdict: TargetClaim['kind'] | 'met' | 'not-met' | 'unknown' | 'none'
  text: string
  sub: string | null
}

/** What is claimed of the target; where nothing is, whether the latest figure meets it. */
export function describeTarget(
  row: ScorecardRow,
  latest: SeriesPoint | undefined,
  overdue: boolean,
): TargetModel {
  if (!row.target || row.category) return { verdict: 'none', text: 'No target', sub: null }
  const isBand = row.target.value === null
  const sub = `${isBand ? 'range' : 'target'} ${formatTarget(row, row.target)}`
  if (overdue || latest?.value == null) return { verdict: 'unknown', text: 'Unknown', sub }
  const claim = claimOf(row.analysis)
  if (claim) return { verdict: claim.kind, text: claimInShort(claim), sub }
  if (row.analysis?.hidden?.includes('target')) {
    return { verdict: 'unknown', text: 'Hidden by rounding', sub }
  }
  const met = meetsTarget(latest.value, row.target, row.direction)
  if (met === null) return { verdict: 'none', text: 'Not judged', sub }
  if (row.direction !== 'neutral' && isUnsettled(row.series, met, row.direction))
    return { verdict: 'none', text: 'Year not over', sub }
  return met
    ? { verdict: 'met', text: isBand ? 'In range' : 'Met', sub }
    : { verdict: 'not-met', text: isBand ? 'Outside range' : 'Not met', sub }
}
