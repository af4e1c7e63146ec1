import type { Change } from '../signals/change.ts'
import { isPresent } from '../spc/observation.ts'
import { chartSeries, type MeasureContext } from './chart-series.ts'
import type { FamilyMember } from './flagged-change.ts'

/** Of fewer figures before a level nothing is told as what was before it. */
const fewestBefore = 6

/**
 * A level that has lasted for a year is told by its limits with the month in which it began: "lower since Nov 2025",
 * twelve months being the most that is sought, would be another month for the same level.
 */
export function sinceLastingLevel<Found extends Pick<Change, 'kind' | 'direction' | 'months' | 'expected'>>(
  change: Found,
  { kpi, series, grid }: FamilyMember,
  asOf: MeasureContext['asOf'],
): Found {
  const isOfLevel = change.kind === 'step' || change.kind === 'drift'
  const charted = isOfLevel && change.expected === null ? chartSeries({ kpi, asOf }, series) : null
  const shift = charted?.shift
  if (!charted || shift?.before == null) return change
  const start = grid.periods.indexOf(charted.grid.periods[shift.start] ?? '')
  const goesAlike = (shift.mean - shift.before) * change.direction > 0
  if (!goesAlike || start < 0 || grid.values.slice(0, start).filter(isPresent).length < fewestBefore)
    return change
  return { ...change, kind: 'step', months: grid.values.findLastIndex(isPresent) - start + 1 }
}
