import type { RowAnalysis } from '../analysis/edition-analysis.ts'
import { isOverdue } from '../editions/holdings.ts'
import { gapInWords, monthsInWords } from '../findings/difference-words.ts'
import { runningInWords } from '../forecast/chance-words.ts'
import { outlookOf } from '../forecast/reached-target.ts'
import { numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import { contradictsGap } from '../trajectory/position.ts'
import { besideTarget } from './beside-target.ts'
import type { ScorecardRow } from './scorecard.ts'

/**
 * What can draw attention to a measure, and how much it counts for; a measure's weights add up. A target that
 * cannot be relied on is no reason by itself, and neither is anything that is common cause.
 */
const weights = {
  /** the latest figure shows special cause of the kind that is a concern */
  concern: 50,
  /** a change of the last year, flagged among all series with false alarms controlled, that is a concern */
  'recent-concern': 40,
  /** far behind its plan, and its target not likely to be kept, going on as now */
  'far-behind': 35,
  /** its target is met now and not likely to stay so, going on as now */
  losing: 33,
  /** a newer figure is due and has not come: it may hold anything */
  overdue: 30,
  /** one or two figures stand far outside all others: nothing is judged until they are confirmed */
  doubted: 28,
  /** the latest figure itself is missing */
  missing: 25,
  /** special cause that is neither better nor worse, or better than usual and worse than a year before */
  changed: 10,
  /** a flagged change that is neither better nor worse */
  'recent-change': 8,
  /** changes were flagged among its breakdowns */
  breakdowns: 4,
} as const

export type AttentionKind = keyof typeof weights

/** Changed, and nobody can say from the figures alone whether for the better: worth a look, no alarm. */
const onlyWorthALook: ReadonlySet<AttentionKind> = new Set(['changed', 'recent-change', 'breakdowns'])

/** Behind by so many months, or at a value that the plan never held, and by this share of the planned value. */
const farBehind = { months: 3, share: 0.1 } as const

export interface AttentionReason {
  kind: AttentionKind
  sentence: string
}

export interface Attention {
  kpi: string
  /** the sum of the weights of its reasons */
  weight: number
  /** weightiest first; the first leads */
  reasons: [AttentionReason, ...AttentionReason[]]
  /** false where something changed and nothing says that it is for the worse */
  isCalledFor: boolean
}

/**
 * The measures that need attention this month, weightiest first, each with its reasons in words; equal weights stay in
 * the order given. An overdue figure speaks for nothing else: what was true a month ago may not be now. A withheld
 * figure is no reason, and a row without an analysis is judged by its figures and its plan alone.
 *
 * @example above its usual range where low is good, 23 above plan and not likely to be met → weight 85: 'Getting worse:
 * above its usual range.', '23 days above plan; if things go on as now, its target is not likely to be met within 18
 * months.'
 */
export function rankAttention(rows: readonly ScorecardRow[], asOf: string): Attention[] {
  return rows
    .flatMap((row) => {
      const [first, ...others] = reasonsOf(row, asOf).sort((a, b) => weights[b.kind] - weights[a.kind])
      if (!first) return []
      const reasons: Attention['reasons'] = [first, ...others]
      return [
        {
          kpi: row.id,
          weight: reasons.reduce((sum, { kind }) => sum + weights[kind], 0),
          reasons,
          isCalledFor: !onlyWorthALook.has(first.kind),
        },
      ]
    })
    .sort((a, b) => b.weight - a.weight)
}

function reasonsOf(row: ScorecardRow, asOf: string): AttentionReason[] {
  if (isOverdue(row, asOf)) {
    const due = row.due === null ? '' : `, due ${formatDate(row.due)},`
    return [{ kind: 'overdue', sentence: `Its next figure${due} has not come, so it counts as unknown.` }]
  }
  const latest = row.series.points.at(-1)
  return [
    ...(row.analysis ? doubted(row.analysis) : []),
    ...(latest?.availability === 'missing' ? [missing(latest.period)] : []),
    ...(row.analysis && latest?.value != null ? changes(row.analysis) : []),
    ...(row.analysis?.coarser ? changes({ ...row.analysis, ...row.analysis.coarser }) : []),
    ...farBehindPlan(row),
    ...(row.analysis?.losing ? [{ kind: 'losing' as const, sentence: row.analysis.losing }] : []),
    ...(row.analysis ? breakdowns(row.analysis) : []),
  ]
}

function doubted({ notJudged }: RowAnalysis): AttentionReason[] {
  const isSo = notJudged?.because === 'one-far-figure' || notJudged?.because === 'two-far-figures'
  return isSo ? [{ kind: 'doubted', sentence: notJudged.reason }] : []
}

function missing(period: string): AttentionReason {
  return { kind: 'missing', sentence: `Its figure for ${formatPeriod(period)} is missing.` }
}

function changes({ variation, meaning, headline, signal }: RowAnalysis): AttentionReason[] {
  const reasons: AttentionReason[] = []
  if (variation === 'special_cause_concern' && !meaning)
    reasons.push({ kind: 'concern', sentence: `${headline}.` })
  if (
    (meaning && meaning.kind !== 'better') ||
    variation === 'special_cause_neutral_high' ||
    variation === 'special_cause_neutral_low'
  )
    // its headline goes on to the target, of which the plan's reason speaks
    reasons.push({ kind: 'changed', sentence: `${meaning?.words ?? headline}.` })
  if (signal && signal.meaning !== 'improvement') {
    const words = describeSignal(signal)
    const month = formatPeriod(signal.since)
    const same = [words, `, lasting since ${month}`, ` of it in ${month}`]
    reasons.push({
      kind: signal.meaning === 'concern' ? 'recent-concern' : 'recent-change',
      // a headline that says it already, or tells its level or its step of that month, is told once
      sentence:
        reasons.find(({ sentence }) => same.some((said) => sentence.includes(said)))?.sentence ?? `${words}.`,
    })
  }
  return reasons
}

/**
 * 'Higher since Oct 2024'; 'Varies more since Apr 2025'; 'Unusually high in Sep 2025'. Of what was held to its own
 * trend what is seen: a list that stands still is lower than its rise would have led to, and no "lower".
 */
export function describeSignal({
  kind,
  direction,
  since,
  seen,
}: Pick<NonNullable<RowAnalysis['signal']>, 'kind' | 'direction' | 'since' | 'seen'>): string {
  if (seen) return capital(seen)
  const month = formatPeriod(since)
  const isUp = direction > 0
  switch (kind) {
    case 'step':
    case 'drift':
      return `${isUp ? 'Higher' : 'Lower'} since ${month}`
    case 'spike':
      return `Unusually ${isUp ? 'high' : 'low'} in ${month}`
    case 'variation':
      return `Varies ${isUp ? 'more' : 'less'} since ${month}`
    case 'mix':
      return `A ${isUp ? 'larger' : 'smaller'} share since ${month}`
  }
}

function farBehindPlan(row: ScorecardRow): AttentionReason[] {
  const { plan, analysis } = row
  if (plan.kind !== 'position' || plan.standing !== 'worse') return []
  const ahead = analysis ? notLikelyInWords(analysis.reach, row.frequency) : null
  if (ahead === null) return []
  const { gap, planned } = plan
  const months = contradictsGap(plan) ? null : plan.monthsAhead
  if (Math.abs(gap) < farBehind.share * Math.abs(planned)) return []
  if (months !== null && -months < farBehind.months) return []
  const behind = months === null ? '' : `, ${monthsInWords(months)}`
  return [
    {
      kind: 'far-behind',
      sentence: `${gapInWords(besideTarget(row), gap, planned)}${behind}; if things go on as now, its target ${ahead}.`,
    },
  ]
}

/** Null where it may be kept, or nothing is foretold. */
function notLikelyInWords(reach: RowAnalysis['reach'], frequency: ScorecardRow['frequency']): string | null {
  if (reach.kind !== 'chances') return null
  const ahead = outlookOf(reach)
  if (ahead === 'kept' || ahead === 'open') return null
  const isOfOne = ahead === 'not-met' || reach.sustain === 1
  return `is not likely to be ${isOfOne ? 'met' : `kept ${runningInWords(reach.sustain, frequency)}`} within 18 months`
}

/** Where the measure itself is improving its breakdowns most likely do, and that is no call for attention. */
function breakdowns({ variation, meaning, signal, signalsWithin }: RowAnalysis): AttentionReason[] {
  const isImproving =
    (variation === 'special_cause_improvement' && !meaning) || signal?.meaning === 'improvement'
  if (signalsWithin === 0 || isImproving) return []
  const words =
    signalsWithin === 1
      ? 'One of its parts has changed lately.'
      : `${capital(numberInWords(signalsWithin))} of its parts have changed lately.`
  return [{ kind: 'breakdowns', sentence: words }]
}
