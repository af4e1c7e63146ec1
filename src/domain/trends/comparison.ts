import type { ChangeAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { breakBetween } from '../figures/comparability.ts'
import { formatValueInWords, type MeasuredInWords, workedOut } from '../measures/format.ts'
import { possibleRange } from '../measures/possible-range.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatDate } from '../periods/labels.ts'
import { addPeriods, periodEnd } from '../periods/period.ts'
import { periodNouns } from './trend-table.ts'

/** One side of a change: its mean as a short line. */
export interface SideMean {
  start: number
  end: number
  mean: number
  /** 'Before: 474' */
  words: string
}

/** A measure before and after one milestone or recorded change, as drawn. */
export interface Comparison {
  id: string
  /** where the change took place */
  day: number
  before: SideMean | null
  after: SideMean | null
  /** where the level would lie after the change, by the estimate: crosses the line of before where there is none */
  interval: { day: number; lower: number; upper: number } | null
}

/** Periods on either side that the means are of (domain/analysis/compare-changes). */
const periodsBeside = 12

type ComparedKpi = MeasuredInWords & Pick<DescribedKpi, 'breaks'>

/**
 * The means that may stand side by side: none where such figures do not compare, and none over a change of
 * definition.
 */
function sidesOf(kpi: ComparedKpi, { period, before, after, estimate }: ChangeAnalysis) {
  const spans = {
    before: { from: addPeriods(period, -periodsBeside), to: addPeriods(period, -1) },
    after: { from: period, to: addPeriods(period, periodsBeside - 1) },
  }
  const isBroken = breakBetween(kpi.breaks, spans.before.from, spans.after.to)
  const isCompared = estimate.kind !== 'not-suited' && !isBroken
  return { spans, before: isCompared ? before : null, after: isCompared ? after : null }
}

/** The two means and the estimate of one change, inside a stretch of days; null without either. */
export function buildComparison(
  kpi: ComparedKpi,
  change: ChangeAnalysis,
  firstDay: number,
  lastDay: number,
): Comparison | null {
  const sides = sidesOf(kpi, change)
  const clip = (day: number) => Math.min(Math.max(day, firstDay), lastDay)
  const side = (name: 'before' | 'after', word: string): SideMean | null => {
    const mean = sides[name]?.mean
    const start = clip(dayNumber(periodEnd(sides.spans[name].from)))
    const end = clip(dayNumber(periodEnd(sides.spans[name].to)))
    return mean !== undefined && start < end
      ? { start, end, mean, words: `${word}: ${formatValueInWords(workedOut(kpi), mean)}` }
      : null
  }
  const before = side('before', 'Before')
  const after = side('after', 'After')
  if (!before && !after) return null
  return {
    id: change.id,
    day: clip(dayNumber(change.date)),
    before,
    after,
    interval: intervalOf(kpi, change, { before, after }, firstDay, lastDay),
  }
}

/** Drawn from the mean before: it crosses that line where the estimate leaves no change open. */
function intervalOf(
  kpi: ComparedKpi,
  { period, estimate }: ChangeAnalysis,
  { before, after }: Pick<Comparison, 'before' | 'after'>,
  firstDay: number,
  lastDay: number,
): Comparison['interval'] {
  const day = dayNumber(periodEnd(period))
  if (!before || day <= firstDay || day >= lastDay) return null
  const reach = reachOf(estimate, before.mean)
  if (reach === null) return null
  const means = [before.mean, after?.mean ?? before.mean]
  const { lower: least } = possibleRange(kpi, Math.min(...means))
  const { upper: most } = possibleRange(kpi, Math.max(...means))
  // an interval may reach beyond what the measure can be; the picture does not
  const within = (level: number) => Math.min(Math.max(level, least), most)
  return {
    day,
    lower: within(reach.lower),
    upper: within(reach.upper),
  }
}

/** From where to where the level would lie after it; null where it has no end, or nothing was worked out. */
function reachOf(estimate: ChangeAnalysis['estimate'], before: number) {
  if (estimate.kind === 'estimated') {
    return { lower: before + estimate.level.lower, upper: before + estimate.level.upper }
  }
  if (estimate.kind !== 'counted' || estimate.level.upper === null) return null
  return { lower: before * estimate.level.lower, upper: before * estimate.level.upper }
}

/** One change as the list below the chart tells it. */
export interface ChangeItem {
  id: string
  title: string
  /** '12 Jul 2023, milestone completed' */
  when: string
  sentence: string
  means: string | null
}

const sourceWords: Record<ChangeAnalysis['source'], string> = {
  milestone: 'milestone completed',
  intervention: 'recorded change',
}

export function describeChange(kpi: ComparedKpi, change: ChangeAnalysis): ChangeItem {
  return {
    id: change.id,
    title: change.title,
    when: `${formatDate(change.date)}, ${sourceWords[change.source]}`,
    sentence: change.sentence,
    means: meansInWords(kpi, sidesOf(kpi, change)),
  }
}

/**
 * The means of both sides in words, for those who do not see them drawn; null without a mean.
 * @example 'Mean of the 12 months before: 474; of the 12 months after: 318.'
 */
function meansInWords(
  measure: MeasuredInWords,
  { before, after }: Pick<ChangeAnalysis, 'before' | 'after'>,
): string | null {
  const noun = periodNouns[measure.frequency]
  const side = (word: string, one: ChangeAnalysis['before']) =>
    one &&
    `${one.periods === 1 ? `the one ${noun}` : `the ${one.periods} ${noun}s`} ${word}: ${formatValueInWords(workedOut(measure), one.mean)}`
  const sides = [side('before', before), side('after', after)].filter((words) => words !== null)
  return sides.length > 0 ? `Mean of ${sides.join('; of ')}.` : null
}
