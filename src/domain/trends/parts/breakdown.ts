import type { TestedSeries } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import type { Dimension } from '../../editions/holdings.ts'
import type { Series } from '../../figures/figure.ts'
import { countOf, formatValue, numberInWords } from '../../measures/format.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { isCategoryDimension } from '../../measures/measure.ts'
import { type AskedRange, chooseRange, clipToHeld } from '../choose-range.ts'
import { buildMultiples, type JudgedMembers, type SmallMultiplesModel, spanOfAll } from './small-multiples.ts'

/** Every member of a breakdown over the range of the address; null where none has figures in it. */
export function layBreakdown(
  kpi: DescribedKpi,
  dimension: Dimension,
  series: readonly Series[],
  search: AskedRange,
  members: JudgedMembers,
): SmallMultiplesModel | null {
  const held = spanOfAll(series)
  const span = held && clipToHeld(chooseRange(search, kpi.frequency, held), held)
  return span && buildMultiples(kpi, dimension, series, span, members)
}

/** A measure with what it is broken down by, said once. @example 'Enquiries by type of abuse', of its types → itself */
export function nameOfBreakdown({ name }: Pick<DescribedKpi, 'name'>, label: string): string {
  const by = ` by ${lowerFirst(label)}`
  return name.endsWith(by) ? name : `${name}${by}`
}

/** What was flagged of one breakdown, strongest first. */
export function flaggedIn(signals: readonly TestedSeries[], kpi: string, dimension: string): TestedSeries[] {
  return signals.filter(
    (signal) => signal.kpi === kpi && signal.dimension === dimension && signal.flagged && signal.change,
  )
}

/**
 * The breakdown that is open where none was asked for: that of the part with the strongest evidence of recent change,
 * flagged or not; of a measure of which no part was tested, its first.
 */
export function standingOut(
  kpi: Pick<DescribedKpi, 'id'>,
  choices: readonly Dimension[],
  signals: readonly TestedSeries[],
): Dimension | null {
  const strongest = signals.find(
    (signal) => signal.kpi === kpi.id && choices.some(({ id }) => id === signal.dimension),
  )
  return choices.find(({ id }) => id === strongest?.dimension) ?? choices[0] ?? null
}

/** What of the address shapes a breakdown. */
export function spanOfSearch({ from, to, range }: AskedRange): AskedRange {
  return { from, to, range }
}

/** In which order the members stand, and why. */
export function orderInWords({ multiples }: SmallMultiplesModel): string {
  const flagged = multiples.filter(({ flag }) => flag !== null).length
  const out = multiples.filter(
    ({ flag, verdict }) => flag === null && verdict !== null && standsOut(verdict.icon),
  ).length
  if (flagged + out === 0) return 'None stands out from what is usual for it; in the order of the dictionary.'
  const the = (count: number) => (count === 1 ? 'the one' : `the ${numberInWords(count)}`)
  const parts = [
    ...(flagged > 0 ? [`${the(flagged)} flagged for recent change`] : []),
    // by whatever it is judged, which need not be a usual range
    ...(out > 0 ? [`${the(out)} that ${out === 1 ? 'stands' : 'stand'} out from what is usual`] : []),
  ]
  const rest = multiples.length - flagged - out
  const after =
    rest === 0 ? '' : `; the rest of ${countOf(multiples.length, 'part')} in the order of the dictionary`
  return `First ${parts.join(', then ')}${after}.`
}

function standsOut(icon: string): boolean {
  return icon !== 'common-cause' && icon !== 'not-judged'
}

/** What must be known to read the pictures. */
export function breakdownNote(
  kpi: DescribedKpi,
  dimension: Dimension,
  { axis, multiples }: SmallMultiplesModel,
): string {
  return [
    axis.startsAtZero ? '' : `The common scale starts at ${formatValue(kpi, axis.lower)}, not zero.`,
    multiples.some(({ limits }) => limits.length > 0)
      ? 'Ribbon with short dashes: usual range. Disc, diamond, square: stands out from it, for the better, for the worse, neither.'
      : '',
    'Hollow points are provisional [p]; [c] withheld because small numbers could identify someone; [x] no figure.',
    kpi.aggregation === 'X' && isCategoryDimension(dimension.id)
      ? 'Several may be recorded together, so they are never added up.'
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}
