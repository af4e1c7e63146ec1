import { countOf, isOrAre, listed, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { offTrackInWords } from '../../domain/plans/count-milestones.ts'
import type { AttentionKind } from '../../domain/scorecard/attention.ts'
import type { Scorecard } from '../../domain/scorecard/scorecard.ts'
import { type Verdict, verdicts } from './overview-search.ts'
import { isWorthALook, needsAttention, type RowModel } from './scorecard-model.ts'

export type Tally = Record<Verdict, number>

/** Whether the analysis is there; an API that offers figures only leaves it to the app, which takes a while. */
export type AnalysisState = 'ready' | 'pending' | 'failed'

export interface Headline {
  finding: string
  /** what nothing can be said of: one line, since it calls for nobody */
  quiet: string
  standfirst: string
  tally: Tally
}

/**
 * What the edition says as a whole: how many measures need attention and why, each counted once, by its weightiest
 * reason. What is unknown is named and never counted as well. Without an analysis the plan alone speaks.
 * @example 'Six of 48 measures need attention. Three show evidence of getting worse, two are far behind plan and one
 * awaits an overdue figure'
 */
export function writeHeadline(
  rows: readonly RowModel[],
  milestones: Scorecard['milestones'],
  analysis: AnalysisState,
): Headline {
  const sentences =
    analysis === 'ready' ? [describeOthers(rows), `${describePlans(rows)}.`] : [analysisWords[analysis]]
  return {
    finding: analysis === 'ready' ? writeFinding(rows) : describePlans(rows),
    quiet: [describeUnknown(rows), analysis === 'ready' && describeNotJudged(rows)].filter(Boolean).join(' '),
    standfirst: [...sentences, describeMilestones(milestones)].filter(Boolean).join(' '),
    tally: countVerdicts(rows),
  }
}

const analysisWords = {
  pending: 'Whether anything has really changed is being worked out.',
  failed: 'Whether anything has really changed could not be worked out.',
}

export function countVerdicts(rows: readonly RowModel[]): Tally {
  const count = (verdict: Verdict) => rows.filter((row) => row.variation.verdict === verdict).length
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Tally
}

function writeFinding(rows: readonly RowModel[]): string {
  const called = rows.filter(needsAttention)
  const unknown = rows.filter(isUnknown).length
  if (called.length === 0) {
    return unknown === 0
      ? `None of ${countOf(rows.length, 'measure')} is found to need attention`
      : `No measure is known to need attention, but ${numberInWords(unknown)} of ${rows.length} ${isOrAre(unknown)} unknown`
  }
  const parts = leads.flatMap(({ kinds, one, many }) => {
    const count = called.filter((row) => row.attention && kinds.includes(row.attention.lead)).length
    if (count === 0) return []
    if (called.length === 1) return [`it ${one}`]
    return [`${count === called.length ? 'all' : numberInWords(count)} ${count === 1 ? one : many}`]
  })
  const verb = called.length === 1 ? 'needs' : 'need'
  const count = `${capital(numberInWords(called.length))} of ${countOf(rows.length, 'measure')} ${verb} attention`
  // three reasons and more are a sentence of their own: in one they read at a grade above nine
  return parts.length > 2 ? `${count}. ${capital(listed(parts))}` : `${count}: ${listed(parts)}`
}

const leads: readonly { kinds: readonly AttentionKind[]; one: string; many: string }[] = [
  {
    kinds: ['concern', 'recent-concern'],
    one: 'shows evidence of getting worse',
    many: 'show evidence of getting worse',
  },
  { kinds: ['far-behind'], one: 'is far behind plan', many: 'are far behind plan' },
  { kinds: ['losing'], one: 'may soon miss its target', many: 'may soon miss their targets' },
  { kinds: ['overdue'], one: 'awaits an overdue figure', many: 'await an overdue figure' },
  {
    kinds: ['doubted'],
    one: 'has a figure far outside all others',
    many: 'have a figure far outside all others',
  },
  { kinds: ['missing'], one: 'has no latest figure', many: 'have no latest figure' },
]

function describeOthers(rows: readonly RowModel[]): string {
  const others = rows.filter(isWorthALook).length
  if (others === 0) return ''
  const isMore = rows.some(needsAttention)
  return `${capital(numberInWords(others))} ${isMore ? 'more ' : ''}${others === 1 ? 'has' : 'have'} changed, not plainly for better or worse, or within a breakdown.`
}

function isUnknown({ variation }: RowModel): boolean {
  return variation.verdict === 'unknown'
}

/** One is named; which several are the scorecard shows. @example 'Three measures are unknown: one overdue, two withheld.' */
function describeUnknown(rows: readonly RowModel[]): string {
  const unknown = rows.filter(isUnknown)
  const [only] = unknown
  if (!only) return ''
  const reasonOf = ({ figure: { status } }: RowModel) => (status === 'suppressed' ? 'withheld' : status)
  if (unknown.length === 1) return `One measure is unknown: ${only.name} (${reasonOf(only)}).`
  const counts = [...Map.groupBy(unknown, reasonOf)].map(
    ([reason, { length }]) => `${numberInWords(length)} ${reason}`,
  )
  return `${capital(numberInWords(unknown.length))} measures are unknown: ${counts.join(', ')}.`
}

function describeNotJudged(rows: readonly RowModel[]): string {
  const count = rows.filter(({ variation }) => variation.verdict === 'not-judged').length
  return count === 0 ? '' : `${capital(numberInWords(count))} ${isOrAre(count)} not judged.`
}

/** Those whose latest figure is not known stay in the count of measures with a plan, as unknown. */
function describePlans(rows: readonly RowModel[]): string {
  if (rows.length === 0) return 'This edition holds no measures'
  const planned = rows.filter((row) => row.plan.isPlanned)
  const count = (standing: RowModel['plan']['standing']) =>
    planned.filter((row) => row.plan.standing === standing).length
  const [behind, onPlan, unknown] = [count('behind'), count('on-plan'), count('unknown')]
  if (planned.length === 0) {
    return `${capital(numberInWords(rows.length))} ${rows.length === 1 ? 'measure' : 'measures'}, none with a plan to stand against`
  }
  if (planned.length === 1) {
    const place = behind === 1 ? 'behind it' : onPlan === 1 ? 'level with it or ahead' : 'unknown'
    return `The one measure with a plan is ${place}`
  }
  if (onPlan === planned.length)
    return `${allOf(planned.length)} measures with a plan are level with it or ahead`
  const first = `${behind === 0 ? 'None' : capital(numberInWords(behind))} of ${planned.length} measures with a plan ${isOrAre(behind)} behind it`
  return [
    first,
    onPlan > 0 && `${numberInWords(onPlan)} ${isOrAre(onPlan)} level with it or ahead`,
    unknown > 0 && `${numberInWords(unknown)} ${isOrAre(unknown)} unknown`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** Two are both, not all two. */
const allOf = (count: number) => (count === 2 ? 'Both' : `All ${numberInWords(count)}`)

function describeMilestones({ total, complete, overdue, offTrack }: Scorecard['milestones']): string {
  if (total === 0) return ''
  const open =
    offTrack === undefined
      ? `${overdue === 0 ? 'none' : numberInWords(overdue)} ${overdue <= 1 ? 'is' : 'are'} overdue`
      : offTrackInWords({ offTrack, overdue }, numberInWords)
  const done = complete === 0 ? 'none is' : `${numberInWords(complete)} ${isOrAre(complete)}`
  return `Of ${countOf(total, 'milestone')}, ${done} complete and ${open}.`
}
