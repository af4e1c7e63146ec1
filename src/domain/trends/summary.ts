import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import { type DefinitionBreak, firstComparable } from '../figures/comparability.ts'
import { countOf, formatValueInWords, type MeasuredInWords, unitPhrase } from '../measures/format.ts'
import { formatPeriod } from '../periods/labels.ts'
import { fanInWords } from './forecast.ts'
import { limitsInWords } from './limits.ts'
import { readPoint } from './point-words.ts'
import { lastWhat, latestPresent, type TrendPoint } from './points.ts'

/** The whole trend in a few sentences: for those who hear it, and for those who look at the picture. */
export function summariseTrend(
  measure: MeasuredInWords & { name: string; breaks: readonly DefinitionBreak[] },
  points: readonly TrendPoint[],
  analysis: Pick<SeriesAnalysis, 'segments' | 'forecast' | 'byMethod' | 'notJudged'> | null,
): string {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return `${measure.name}: no figures.`
  const sentences = [`${measure.name}, ${unitPhrase(measure)}, ${first.label} to ${last.label}.`]
  const latest = latestPresent(points)
  if (latest) {
    // what was counted otherwise is neither lower nor higher
    const from = firstComparable(
      measure.breaks,
      points.map(({ period }) => period),
    )
    const alike = points.slice(from)
    const least = extreme(alike, (a, b) => a < b)
    const most = extreme(alike, (a, b) => a > b)
    if (least && most && least.value !== most.value) {
      sentences.push(
        `${from > 0 ? 'Since the definition changed: lowest' : 'Lowest'} ${formatValueInWords(measure, least.value)} (${least.label}), highest ${formatValueInWords(measure, most.value)} (${most.label}).`,
      )
    }
    // one that is not the latest is called what the paragraph calls it
    const which = latest.period === last.period ? 'Latest figure' : `The last figure ${lastWhat(points)}`
    sentences.push(`${which}: ${readPoint(measure, latest)}.`)
  }
  if (analysis) sentences.push(...judgementSentences(measure, points, analysis))
  const missing = points.filter(({ availability }) => availability === 'missing')
  if (missing.length > 0) sentences.push(`Missing [x]: ${labelsOf(missing)}.`)
  const withheld = points.filter(({ availability }) => availability === 'suppressed')
  if (withheld.length > 0) sentences.push(`Withheld [c]: ${labelsOf(withheld)}.`)
  return sentences.join(' ')
}

function judgementSentences(
  measure: MeasuredInWords,
  points: readonly TrendPoint[],
  {
    segments,
    forecast,
    byMethod,
    notJudged,
  }: Pick<SeriesAnalysis, 'segments' | 'forecast' | 'byMethod' | 'notJudged'>,
): string[] {
  const stretches = segments.map(
    (stretch) =>
      `${limitsInWords(measure, stretch, points.find(({ period }) => period === stretch.to)?.value)}, ${formatPeriod(stretch.from)} to ${formatPeriod(stretch.to)}.`,
  )
  const signals = points.filter(({ judgement }) => judgement?.signal)
  const outside =
    segments.length === 0
      ? []
      : [
          signals.length === 0
            ? 'No point shown here stands out from chance.'
            : `${countOf(signals.length, 'point')} shown here ${signals.length === 1 ? 'stands' : 'stand'} out from chance.`,
        ]
  const fan = fanInWords(measure, forecast)
  return [
    ...(byMethod ? [byMethod.reason, byMethod.rule] : []),
    ...(notJudged ? [notJudged.reason] : []),
    ...stretches,
    ...outside,
    ...(fan ? [fan] : []),
  ]
}

const mostNamed = 6

function labelsOf(points: readonly TrendPoint[]): string {
  const named = points.slice(0, mostNamed).map(({ label }) => label)
  const more = points.length - named.length
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
}

/** The latest of the points that no other beats. */
function extreme(points: readonly TrendPoint[], beats: (a: number, b: number) => boolean) {
  let best: { value: number; label: string } | null = null
  for (const { value, label } of points) {
    if (value !== null && (!best || !beats(best.value, value))) best = { value, label }
  }
  return best
}
