import { coarserMeasure, shortOfSpan } from '../../analysis/coarser-measure.ts'
import { because } from '../../analysis/coarser-words.ts'
import type {
  CoarserAnalysis,
  JudgedByMethod,
  Segment,
  SeriesAnalysis,
} from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { evidence } from '../../findings/evidence-words.ts'
import { isHedged, type ToldMeaning } from '../../findings/meanings.ts'
import { signToTell } from '../../findings/sign-to-tell.ts'
import { signWords } from '../../findings/sign-words.ts'
import { formatPeriod } from '../../periods/labels.ts'
import { methodNames } from '../../spc/attribute/method-names.ts'
import { isHigh, signOfCause } from '../../spc/signs.ts'
import { limitsInWords } from '../limits.ts'
import type { Verdict, VerdictIcon, VerdictTone } from './fact.ts'

/** Whether the latest figure is more than chance, with the rule that says so; or why that is not judged. */
export function judgeChange(
  kpi: DescribedKpi,
  analysis: Pick<SeriesAnalysis, 'variation' | 'meaning' | 'byMethod' | 'notJudged' | 'segments' | 'special'>,
  latest: number | null = null,
  coarser: CoarserAnalysis | null = null,
): Verdict {
  if (analysis.variation === null && coarser?.analysis) return judgeCoarser(kpi, coarser)
  const { variation, meaning = null, byMethod, notJudged, segments, special } = analysis
  const flagged = meaning && flaggedLook(meaning)
  if (flagged && !byMethod) {
    const segment = segments.at(-1)
    const usual = segment && variation !== null ? describeStretch(kpi, segment, latest) : ''
    const rule = 'It stands out among all that was tested for a recent change.'
    return { id: 'change', ...flagged, rule: [rule, usual].filter(Boolean).join(' ') }
  }
  if (notJudged || variation === null) {
    return {
      id: 'change',
      icon: 'not-judged',
      tone: 'data',
      words: 'Change is not judged',
      rule: notJudged?.reason ?? 'No limits suit these figures.',
    }
  }
  if (byMethod) {
    const { rule, method, reason, direction, none } = byMethod
    return {
      id: 'change',
      ...lookOf(variation, direction > 0, meaning),
      ...(none && !meaning ? { words: none } : {}),
      rule: `${rule} ${reason} ${judgedInWords(byMethod.because, method)}`,
    }
  }
  const segment = segments.at(-1)
  const usual = segment ? describeStretch(kpi, segment, latest) : ''
  const cause = special.find(({ period }) => period === segment?.to)?.cause
  const { icon, tone, words } = lookOf(variation, cause !== undefined && isHigh(signOfCause[cause]), meaning)
  const rule =
    variation === 'common_cause' || !cause
      ? 'The latest figure lies within its limits, and is part of no run or trend of seven.'
      : signWords[signToTell(special, signOfCause[cause])].rule
  return { id: 'change', icon, tone, words, rule: [rule, usual].filter(Boolean).join(' ') }
}

/** Of a measure whose months are withheld: what is told of its quarters, and why of those. */
function judgeCoarser(kpi: DescribedKpi, { span, analysis }: CoarserAnalysis): Verdict {
  const told = analysis ? judgeChange(coarserMeasure(kpi, span), analysis) : null
  const reason = `Judged ${because(kpi, span)}.`
  if (!told)
    return { id: 'change', icon: 'not-judged', tone: 'data', words: 'Change is not judged', rule: reason }
  return { ...told, words: `${told.words}, ${shortOfSpan[span]}`, rule: `${reason} ${told.rule}` }
}

function describeStretch(kpi: DescribedKpi, segment: Segment, latest: number | null): string {
  const since = segment.reason === null ? '' : ` since ${formatPeriod(segment.from)}`
  const trial = segment.isTrial ? ' They rest on few figures and may still move.' : ''
  return `${limitsInWords(kpi, segment, latest)}${since}.${trial}`
}

/** What is plain neither way has the mark of a change that is neither, and always the words of the title. */
function lookOf(
  variation: NonNullable<SeriesAnalysis['variation']>,
  high: boolean,
  meaning: ToldMeaning | null,
): { icon: VerdictIcon; tone: VerdictTone; words: string } {
  if (!meaning) return plainLookOf(variation, high)
  const { words } = meaning
  const flagged = flaggedLook(meaning)
  if (flagged) return flagged
  if (!isHedged(meaning.kind)) return { ...plainLookOf(variation, high), words }
  return { icon: high ? 'changed-high' : 'changed-low', tone: 'neutral', words }
}

const flaggedLooks = {
  improvement: { icon: 'improving', tone: 'improvement' },
  concern: { icon: 'concerning', tone: 'concern' },
} as const

/** Null of what was found otherwise than by the tests of the whole edition. */
function flaggedLook({ kind, words, direction }: ToldMeaning): ReturnType<typeof lookOf> | null {
  if (direction === undefined) return null
  const { icon, tone } =
    kind === 'improvement' || kind === 'concern'
      ? flaggedLooks[kind]
      : ({ icon: 'changed', tone: 'neutral' } as const)
  return { icon: `${icon}-${direction > 0 ? 'high' : 'low'}`, tone, words }
}

function plainLookOf(
  variation: NonNullable<SeriesAnalysis['variation']>,
  high: boolean,
): ReturnType<typeof lookOf> {
  switch (variation) {
    case 'common_cause':
      return { icon: 'common-cause', tone: 'data', words: evidence.none.title }
    case 'special_cause_improvement':
      return {
        icon: high ? 'improving-high' : 'improving-low',
        tone: 'improvement',
        words: evidence.improvement.title,
      }
    case 'special_cause_concern':
      return {
        icon: high ? 'concerning-high' : 'concerning-low',
        tone: 'concern',
        words: evidence.concern.title,
      }
    case 'special_cause_neutral_high':
      return { icon: 'changed-high', tone: 'neutral', words: `${evidence.neutral.title}, upwards` }
    case 'special_cause_neutral_low':
      return { icon: 'changed-low', tone: 'neutral', words: `${evidence.neutral.title}, downwards` }
  }
}

/** A chart with limits of its own does not follow from there being none: why these are not to be seen is said. */
function judgedInWords(because: JudgedByMethod['because'], method: string): string {
  return because === 'not-monthly' && method.includes(' chart') && !method.startsWith(methodNames.run)
    ? `It is judged by ${withArticle(method)}, whose limits are not shown.`
    : `So it is judged by ${withArticle(method)}.`
}

/** 'run chart' → 'a run chart'; what has an article keeps it. */
function withArticle(method: string): string {
  if (method.startsWith('the ')) return method
  return /^(exact|XmR)/.test(method) ? `an ${method}` : `a ${method}`
}
