import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import { type DefinitionBreak, firstComparable } from '../figures/comparability.ts'
import { countOf, formatValueInWords, type MeasuredInWords, unitPhrase } from '../measures/format.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import { fanInWords } from './forecast.ts'
import { limitsInWords } from './limits.ts'
import { readPoint } from './point-words.ts'
import { lastWhat, latestPresent, type TrendPoint } from './points.ts'

type SummarisedAnalysis = Pick<SeriesAnalysis, 'segments' | 'forecast' | 'byMethod' | 'notJudged'>

/** Where the points that are told of stand in time. */
export interface StandsInTime {
  /** whether the series goes on behind them: their last figure is then not the latest */
  isEarlier: boolean
  /** the day on which a newer figure was due that has not come; null where none is overdue */
  overdueSince: string | null
}

/**
 * The whole trend in a few sentences: for those who hear it, and for those who look at the picture. A figure is called
 * the latest only where it is: none that is behind a choice of months, and none beside one that is overdue.
 */
export function summariseTrend(
  measure: MeasuredInWords & { name: string; breaks: readonly DefinitionBreak[] },
  points: readonly TrendPoint[],
  analysis: SummarisedAnalysis | null,
  { isEarlier, overdueSince }: StandsInTime = { isEarlier: false, overdueSince: null },
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
    const isLast = latest.period === last.period
    const which = whichFigure(points, isLast, { isEarlier, overdueSince })
    const isJudged = isEarlier || overdueSince === null
    sentences.push(`${which}: ${readPoint(measure, isJudged ? latest : { ...latest, judgement: null })}.`)
  }
  if (overdueSince !== null && !isEarlier) {
    const so = analysis ? ', so recent change is not judged' : ''
    sentences.push(`A newer figure was due on ${formatDate(overdueSince)} and is overdue${so}.`)
  }
  if (analysis) sentences.push(...judgementSentences(measure, points, analysis, isEarlier))
  const missing = points.filter(({ availability }) => availability === 'missing')
  if (missing.length > 0) sentences.push(`Missing [x]: ${labelsOf(missing)}.`)
  const withheld = points.filter(({ availability }) => availability === 'suppressed')
  if (withheld.length > 0) sentences.push(`Withheld [c]: ${labelsOf(withheld)}.`)
  return sentences.join(' ')
}

/** One that is not the latest is called what the paragraph calls it. */
function whichFigure(
  points: readonly TrendPoint[],
  isLast: boolean,
  { isEarlier, overdueSince }: StandsInTime,
): string {
  if (isEarlier) return 'The last figure shown'
  if (!isLast) return `The last figure ${lastWhat(points)}`
  return overdueSince === null ? 'Latest figure' : 'The last figure received'
}

function judgementSentences(
  measure: MeasuredInWords,
  points: readonly TrendPoint[],
  { segments, forecast, byMethod, notJudged }: SummarisedAnalysis,
  isEarlier: boolean,
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
  // what is said of now is neither drawn nor true of months that are behind
  if (isEarlier) return [...stretches, ...outside]
  const fan = fanInWords(measure, forecast)
  return [
    ...(byMethod ? [byMethod.reason, byMethod.rule] : []),
    // of what is overdue, beside the day on which it was due
    ...(notJudged && notJudged.because !== 'overdue' ? [notJudged.reason] : []),
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
