import type { CoarserVerdict, NotJudged, RowAnalysis } from '../../domain/analysis/edition-analysis.ts'
import { evidence } from '../../domain/findings/evidence-words.ts'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import { describeSignal } from '../../domain/scorecard/attention.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import { isHigh, signOfCause } from '../../domain/spc/signs.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { Verdict } from './overview-search.ts'

/** What the latest figure says of change, as its cell shows it. */
export interface VariationModel {
  verdict: Verdict
  icon: IconName
  tone: Tone
  text: string
  sub: string | null
}

/** Reasons not to judge in a few words; the measure's own page gives them in full. */
const shortReasons: Record<NotJudged['because'], string> = {
  'too-few-points': 'too few points',
  'one-far-figure': 'one figure stands far outside all others',
  'two-far-figures': 'two figures stand far outside all others',
  'not-monthly': 'not monthly',
  'year-to-date': 'adds up through the year',
  'full-of-gaps': 'too many gaps',
  'rare-count': 'small counts',
  'few-cases': 'few cases',
  'share-of-few': 'few cases',
  category: 'a category',
  season: 'follows the year',
  'mostly-level': 'little movement',
  'trending-stock': 'a trending list',
  'carries-over': 'a list',
  rounded: 'not published',
  'no-limits': 'no limits',
  'latest-missing': 'no latest figure',
  overdue: 'figure overdue',
}

/**
 * What the limits say; where they say nothing, or no evidence of change, what was flagged among all series. A flagged
 * concern is not kept behind an older improvement. Without an analysis nothing is claimed.
 */
export function describeVariation(row: ScorecardRow, isUnknown: boolean, why: string): VariationModel {
  if (row.analysis?.coarser) return judgedCoarser(row.analysis, row.analysis.coarser)
  if (isUnknown) return { verdict: 'unknown', icon: 'overdue', tone: 'late', text: 'Unknown', sub: why }
  const { analysis } = row
  if (!analysis) {
    const sub = analysis === null ? 'no figures' : null
    return { ...notJudged, text: analysis === null ? 'Not judged' : 'Being worked out', sub }
  }
  const limits = judgedByLimits(analysis)
  const { signal } = analysis
  if (!signal || analysis.meaning) return limits
  const isSilent = limits.verdict === 'not-judged' || limits.verdict === 'common'
  if (isSilent || (signal.meaning === 'concern' && limits.verdict !== 'concern'))
    return describeRecent(signal)
  return meanings[signal.meaning].verdict === limits.verdict
    ? { ...limits, sub: lowerFirst(describeSignal(signal)) }
    : limits
}

const notJudged = { verdict: 'not-judged', icon: 'not-judged', tone: 'data' } as const

/** Of a measure whose months are withheld: what is told of its quarters, and that it is. */
function judgedCoarser(row: RowAnalysis, coarser: CoarserVerdict): VariationModel {
  const { sub, ...told } = judgedByLimits({ ...row, ...coarser, byMethod: coarser })
  return { ...told, sub: [sub, coarser.words].filter(Boolean).join(', ') }
}

function judgedByLimits({
  variation,
  meaning,
  byMethod,
  notJudged: reason,
  special,
}: RowAnalysis): VariationModel {
  if (variation === null) {
    return { ...notJudged, text: 'Not judged', sub: reason && shortReasons[reason.because] }
  }
  if (variation === 'common_cause') {
    return {
      verdict: 'common',
      icon: 'common-cause',
      tone: 'data',
      text: byMethod?.none ?? evidence.none.title,
      sub: null,
    }
  }
  const cause = special.at(-1)?.cause
  const isUp =
    variation === 'special_cause_neutral_high' ||
    (byMethod ? byMethod.direction > 0 : cause !== undefined && isHigh(signOfCause[cause]))
  if (meaning) {
    const [text = '', sub = null] = meaning.words.split(', ')
    return { ...change('neutral', isUp, text), sub }
  }
  const way = wayOf[variation]
  return change(way, isUp, `${meanings[way].limits}, ${isUp ? 'high' : 'low'}`)
}

const wayOf = {
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
} as const

const meanings = {
  concern: { verdict: 'concern', icon: 'concerning', limits: 'Concerning', recent: 'Recent concern' },
  improvement: {
    verdict: 'improvement',
    icon: 'improving',
    limits: 'Improving',
    recent: 'Recent progress',
  },
  neutral: { verdict: 'changed', icon: 'changed', limits: 'Changed', recent: 'Recent change' },
} as const

function describeRecent(signal: NonNullable<RowAnalysis['signal']>): VariationModel {
  const { meaning, direction } = signal
  return {
    ...change(meaning, direction > 0, meanings[meaning].recent),
    sub: lowerFirst(describeSignal(signal)),
  }
}

function change(meaning: keyof typeof meanings, isHigh: boolean, text: string): VariationModel {
  const { verdict, icon } = meanings[meaning]
  return { verdict, icon: `${icon}-${isHigh ? 'high' : 'low'}`, tone: meaning, text, sub: null }
}
