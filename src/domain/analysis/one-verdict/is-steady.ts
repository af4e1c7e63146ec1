import { isSmall, proposedPolicy, roundingInterval } from '../../disclosure/policy.ts'
import type { Series, SeriesPoint } from '../../figures/figure.ts'
import { toldMeaning } from '../../findings/told-meaning.ts'
import type { Unit } from '../../measures/measure.ts'
import type { JudgedSeries } from '../judge-series.ts'

/**
 * Whether a verdict of change would be the same, whatever the counts are that are withheld for being small or published
 * under ten: each is put at every other value that would be published alike (of a withheld one, the least and the most),
 * the others as they were received. Where it would not, whoever knew the others could work the count out of it.
 *
 * @example 5 published, "lower than usual" at 5 and no evidence at 6 and 7 → false: it would say that it is 5
 */
export function isSteady(
  unit: Unit,
  published: Series,
  received: Series,
  tell: (series: Series) => JudgedSeries | null,
): boolean {
  if (unit !== 'count') return true
  const shown = new Map(published.points.map((point) => [point.period, point]))
  const variants = received.points.flatMap((point, row) =>
    othersShownAlike(point, shown.get(point.period)).map((value) => ({
      ...received,
      points: received.points.with(row, { ...point, value }),
    })),
  )
  if (variants.length === 0) return true
  const told = verdictOf(tell(received))
  return variants.every((variant) => verdictOf(tell(variant)) === told)
}

/** The other values of a withheld count (its ends), or of one published under ten, that would be published alike. */
function othersShownAlike({ value }: SeriesPoint, shown: SeriesPoint | undefined): number[] {
  if (!shown || value === null) return []
  if (shown.value === null) {
    if (shown.availability !== 'suppressed' || !isSmall(value, proposedPolicy)) return []
    return [1, proposedPolicy.smallCount].filter((other) => other !== value)
  }
  if (shown.value === 0 || shown.value >= proposedPolicy.wholeIntervalBelow) return []
  const { lower, upper } = roundingInterval(shown.value, true, proposedPolicy)
  return Array.from({ length: upper - lower + 1 }, (_, step) => lower + step).filter(
    (other) => other !== value,
  )
}

/** What is told of change, with how many figures are said to show it, and without words that follow from it. */
function verdictOf(judged: JudgedSeries | null): string {
  if (!judged) return 'none'
  const { variation, assurance, claim, special, level, byMethod, notJudged } = judged.variation
  const { change } = judged.state
  const told =
    change.kind === 'special-cause' ? [change.sign, change.isSevenOrMore, change.isMixed] : change.kind
  const meaning = toldMeaning(change)
  return JSON.stringify([variation, meaning, told, assurance, claim, special, level, byMethod, notJudged])
}
