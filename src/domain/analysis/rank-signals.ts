import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Theme } from '../measures/measure.ts'
import type { Meaning, TestedSeries } from './edition-analysis.ts'

/** What a change means for people weighs as much as how plain it is: bad news first, good news last. */
const meaningWeight: Record<Meaning, number> = { concern: 1, neutral: 0.8, improvement: 0.4 }
/** Beyond one in a million nothing grows more certain. */
const plainest = 6

/** Strongest and weightiest first; what is not flagged follows by its chance. */
export function rankByStrengthAndMeaning(
  tested: readonly TestedSeries[],
  kpis: ReadonlyMap<string, Pick<DescribedKpi, 'theme'>>,
): TestedSeries[] {
  const weights = new Map(tested.map((one) => [one, weightOf(one, kpis.get(one.kpi)?.theme)]))
  const weight = (one: TestedSeries) => weights.get(one) ?? 0
  return tested.toSorted(
    (a, b) =>
      weight(b) - weight(a) ||
      chanceOf(a.qValue) - chanceOf(b.qValue) ||
      chanceOf(a.pValue) - chanceOf(b.pValue),
  )
}

/** What is not told counts as no sign of anything. */
const chanceOf = (told: number | null) => told ?? 1

/** −log10 q × what it means; more concerns or enquiries about safety are neutral, and weigh as bad news. */
function weightOf({ qValue, change }: TestedSeries, theme: Theme | undefined): number {
  if (!change) return 0
  const strength = Math.min(plainest, -Math.log10(Math.max(chanceOf(qValue), 10 ** -plainest)))
  const meaning = theme === 'safeguarding' && change.meaning === 'neutral' ? 'concern' : change.meaning
  return strength * meaningWeight[meaning]
}
