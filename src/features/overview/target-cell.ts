import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { formatTarget } from '../../domain/measures/format.ts'
import { meetsTarget } from '../../domain/measures/measure.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import type { Assurance } from '../../domain/spc/judgement.ts'

export interface TargetModel {
  verdict: Assurance | 'met' | 'not-met' | 'unknown' | 'none'
  text: string
  sub: string | null
}

const assuranceWords: Record<Assurance, string> = {
  consistent_pass: 'Reliably meets',
  consistent_fail: 'Reliably misses',
  inconsistent: 'Hit and miss',
}

/** What limits tell of the target; where they tell nothing, whether the latest figure meets it. */
export function describeTarget(
  row: ScorecardRow,
  latest: SeriesPoint | undefined,
  overdue: boolean,
): TargetModel {
  if (!row.target || row.category) return { verdict: 'none', text: 'No target', sub: null }
  const isBand = row.target.value === null
  const sub = `${isBand ? 'range' : 'target'} ${formatTarget(row, row.target)}`
  if (overdue || latest?.value == null) return { verdict: 'unknown', text: 'Unknown', sub }
  const assurance = row.analysis?.assurance
  if (assurance) return { verdict: assurance, text: assuranceWords[assurance], sub }
  const met = meetsTarget(latest.value, row.target, row.direction)
  if (met === null) return { verdict: 'none', text: 'Not judged', sub }
  return met
    ? { verdict: 'met', text: isBand ? 'In range' : 'Met', sub }
    : { verdict: 'not-met', text: isBand ? 'Outside range' : 'Not met', sub }
}
