import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { isOverdue } from '../../domain/editions/holdings.ts'
import {
  formatDifference,
  formatTarget,
  formatValue,
  formatValueInWords,
  type Measured,
  numberInWords,
} from '../../domain/measures/format.ts'
import { meetsTarget, targetAt } from '../../domain/measures/measure.ts'
import { monthOf } from '../../domain/periods/calendar.ts'
import { formatDate, formatPeriod } from '../../domain/periods/labels.ts'
import { addPeriods } from '../../domain/periods/period.ts'
import { type DeliveryStatus, deliveryWords } from '../../domain/plans/judge-milestone.ts'
import type { Plan } from '../../domain/plans/plan.ts'
import { contradictsGap, type PlanPosition, positionOnTrajectory } from '../../domain/trajectory/position.ts'
import type { LaneMilestone } from './model/lane.ts'
import { valueWithNoun } from './model/point-words.ts'
import { type Change, latestPresent, type TrendPoint } from './model/points.ts'

/** Everything that the head of the page states, worked out from the latest figure of one series. */
export interface KpiFacts {
  finding: string
  verdicts: Verdict[]
  facts: Fact[]
}

export type VerdictIcon =
  | 'target-met'
  | 'on-plan'
  | 'off-plan'
  | 'too-early'
  | 'not-judged'
  | 'provisional'
  | 'complete'
  | 'overdue'
  | 'missing'
  | 'suppressed'

export interface Verdict {
  id: 'target' | 'plan' | 'figure'
  icon: VerdictIcon
  tone: 'data' | 'ink' | 'late'
  words: string
  /** the rule behind the words */
  rule: string
}

export interface Fact {
  term: string
  value: string
  isLarge?: boolean
}

export interface FactsInput {
  kpi: DescribedKpi
  /** 'Waiting for OT assessment', with the part of the borough where it is one */
  subject: string
  /** every point held, oldest first */
  points: readonly TrendPoint[]
  isWhole: boolean
  plan: Plan
  milestones: readonly LaneMilestone[]
  asOf: string
}

export function stateFacts(input: FactsInput): KpiFacts {
  const { kpi, points, asOf } = input
  const latest = latestPresent(points)
  const last = points.at(-1)
  const position = judgePosition(input, last)
  return {
    finding: writeFinding(input, latest, position),
    verdicts: [
      ...(input.isWhole ? [judgeTarget(kpi, last, asOf), describePosition(kpi, position, last)] : []),
      judgeFigure(kpi, last, asOf),
    ],
    facts: listFacts(input, latest, position),
  }
}

type Present = TrendPoint & { value: number }

function judgePosition({ kpi, isWhole, plan, asOf }: FactsInput, last: TrendPoint | undefined): PlanPosition {
  const trajectory = isWhole ? plan.trajectories.find((path) => path.kpi === kpi.id) : undefined
  if (!trajectory) return { kind: 'no-plan' }
  const reason = whyUnknown(kpi, last, asOf)
  if (reason || last?.value == null) return { kind: 'unknown', reason: reason ?? 'missing' }
  return positionOnTrajectory(
    trajectory,
    kpi.direction,
    { period: last.period, value: last.value },
    kpi.decimals,
  )
}

type UnknownReason = 'overdue' | 'missing' | 'suppressed'

const unknownWords: Record<UnknownReason, string> = {
  overdue: 'overdue',
  missing: 'missing',
  suppressed: 'withheld',
}

/** Why nothing may be judged by the latest period, or null where it may. */
function whyUnknown(kpi: DescribedKpi, last: TrendPoint | undefined, asOf: string): UnknownReason | null {
  if (isOverdue(kpi, asOf)) return 'overdue'
  if (!last || last.availability === 'missing') return 'missing'
  return last.value === null ? 'suppressed' : null
}

/**
 * Measure, value, comparison, caveat; nothing about whether a change is more than chance.
 * @example 'Waiting for OT assessment: 309 people waiting on 30 Sep 2025 (provisional), 21 fewer than a year before
 * and 77 above plan'
 */
function writeFinding({ kpi, subject }: FactsInput, latest: Present | null, position: PlanPosition): string {
  if (!latest) return `${subject}: no figure can be shown`
  const when = /^\d/.test(latest.label) && !/^\d{4}-/.test(latest.label) ? 'on' : 'in'
  const comparisons = [
    comparisonWithYear(kpi, latest.onYear),
    position.kind === 'position' ? gapInWords(kpi, position) : null,
  ].filter((words) => words !== null)
  const caveat = latest.provisional ? ' (provisional)' : ''
  const tail = comparisons.length > 0 ? `, ${comparisons.join(' and ')}` : ''
  return `${subject}: ${valueWithNoun(kpi, latest.value)} ${when} ${latest.label}${caveat}${tail}`
}

function comparisonWithYear(kpi: Measured, change: Change): string | null {
  if (change.kind === 'none') return null
  const words = differenceInWords(kpi, change.difference)
  return words === null ? 'the same as a year before' : `${words} than a year before`
}

/** '21 fewer', '3 percentage points higher'; null where the two show the same. */
function differenceInWords(kpi: Measured, difference: number): string | null {
  const size = formatDifference(kpi, difference)
  if (!/[1-9]/.test(size)) return null
  const isCount = kpi.unit === 'count'
  return `${size} ${difference < 0 ? (isCount ? 'fewer' : 'lower') : isCount ? 'more' : 'higher'}`
}

function gapInWords(kpi: Measured, position: Extract<PlanPosition, { kind: 'position' }>): string {
  if (position.standing === 'level') return 'level with plan'
  return `${formatDifference(kpi, position.gap)} ${position.gap > 0 ? 'above' : 'below'} plan`
}

/** Held against the latest period alone: an older figure would judge a month that nobody has reported. */
function judgeTarget(kpi: DescribedKpi, last: TrendPoint | undefined, asOf: string): Verdict {
  const target = targetAt(kpi.targets, monthOf(asOf))
  const verdict = { id: 'target', tone: 'ink' } as const
  if (!target) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'No target',
      rule: 'No target has been set for this measure.',
    }
  }
  const shown = formatTarget(kpi, target)
  const by = target.by ? `, to be reached by ${formatDate(target.by)}` : ''
  const reason = whyUnknown(kpi, last, asOf)
  if (reason || last?.value == null) {
    const why = reason
      ? `The latest figure is ${unknownWords[reason]}.`
      : 'There is no figure to hold against it.'
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Not known whether target is met',
      rule: `The target is ${describeGoal(kpi, target, shown)}${by}. ${why}`,
    }
  }
  const met = meetsTarget(last.value, target, kpi.direction)
  const figure = `${capital(formatValueInWords(kpi, last.value))} in the latest figure (${last.label})`
  if (met === null) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Not judged',
      rule: `${figure}; ${shown} is expected, and neither more nor less is better.`,
    }
  }
  const rule = `${figure}. The target is ${describeGoal(kpi, target, shown)}${by}.`
  return met
    ? { ...verdict, icon: 'target-met', words: 'Target met', rule }
    : { ...verdict, icon: 'off-plan', words: `Target not met, ${distance(kpi, last.value, target)}`, rule }
}

type Goal = Parameters<typeof formatTarget>[1]

function describeGoal(kpi: DescribedKpi, target: Goal, shown: string): string {
  if (target.value === null) return shown
  return kpi.direction === 'down'
    ? `${shown} or ${kpi.unit === 'count' ? 'fewer' : 'lower'}`
    : `${shown} or more`
}

function distance(kpi: Measured, value: number, target: Goal): string {
  const bound = target.value ?? (target.lower !== null && value < target.lower ? target.lower : target.upper)
  if (bound === null) return 'outside its band'
  return `${formatDifference(kpi, value - bound)} ${value > bound ? 'above' : 'below'}`
}

function describePosition(kpi: DescribedKpi, position: PlanPosition, last: TrendPoint | undefined): Verdict {
  const verdict = { id: 'plan', tone: 'ink' } as const
  switch (position.kind) {
    case 'no-plan':
      return {
        ...verdict,
        icon: 'not-judged',
        words: 'No plan',
        rule: 'No path towards the target has been agreed.',
      }
    case 'unknown':
      return {
        ...verdict,
        icon: 'not-judged',
        words: 'Place on plan unknown',
        rule: unknownRules[position.reason],
      }
    case 'position': {
      const actual = last?.value == null ? '' : `${formatValueInWords(kpi, last.value)} against `
      const rule = `${capital(actual)}${formatValueInWords(kpi, position.planned)} planned for ${formatPeriod(position.period)}.`
      return {
        ...verdict,
        icon:
          position.standing === 'worse'
            ? 'off-plan'
            : position.standing === 'none'
              ? 'not-judged'
              : 'on-plan',
        words: [capital(gapInWords(kpi, position)), monthsInWords(position)].filter(Boolean).join(', '),
        rule: [rule, whenPlanned(position)].filter(Boolean).join(' '),
      }
    }
  }
}

const unknownRules = {
  overdue: 'The latest figure is overdue, so its place on the plan is not known.',
  suppressed: 'The latest figure is withheld, so its place on the plan is not shown.',
  missing: 'The latest figure is missing, so its place on the plan is not known.',
  'not-planned': 'The plan has no value for the latest period.',
}

function monthsInWords({ standing, monthsAhead }: Extract<PlanPosition, { kind: 'position' }>): string {
  if (standing === 'level' || standing === 'none' || !monthsAhead) return ''
  if (contradictsGap({ standing, monthsAhead })) return ''
  const months = Math.abs(monthsAhead)
  return `${months} ${months === 1 ? 'month' : 'months'} ${monthsAhead > 0 ? 'ahead' : 'behind'}`
}

function whenPlanned(position: Extract<PlanPosition, { kind: 'position' }>): string {
  if (position.standing === 'none' || position.standing === 'level') return ''
  if (position.monthsAhead === null) return 'The plan never holds this value.'
  if (position.monthsAhead === 0 || contradictsGap(position)) return ''
  const months = Math.abs(position.monthsAhead)
  const count = `${months} ${months === 1 ? 'month' : 'months'}`
  return `The plan holds this value about ${count} ${position.monthsAhead > 0 ? 'later' : 'earlier'}.`
}

function judgeFigure(kpi: DescribedKpi, last: TrendPoint | undefined, asOf: string): Verdict {
  const verdict = { id: 'figure', tone: 'data' } as const
  if (isOverdue(kpi, asOf) && kpi.due) {
    const next = kpi.latestPeriod
      ? `The figure for ${formatPeriod(addPeriods(kpi.latestPeriod, 1))}`
      : 'A figure'
    return {
      ...verdict,
      tone: 'late',
      icon: 'overdue',
      words: 'Figure overdue',
      rule: `${next} was due on ${formatDate(kpi.due)} and had not been received when this edition was made.`,
    }
  }
  if (!last || last.availability === 'missing') {
    return {
      ...verdict,
      icon: 'missing',
      words: 'Latest figure missing [x]',
      rule: 'No figure was received for the latest period. Nothing is carried forward.',
    }
  }
  if (last.availability === 'suppressed') {
    return {
      ...verdict,
      icon: 'suppressed',
      words: 'Latest figure withheld [c]',
      rule: 'Small numbers are withheld, because they could identify someone.',
    }
  }
  if (last.provisional) {
    return {
      ...verdict,
      icon: 'provisional',
      words: 'Provisional figure [p]',
      rule: `The figure for ${last.label} may change as late records arrive.`,
    }
  }
  return {
    ...verdict,
    icon: 'complete',
    words: 'Final figure',
    rule: `The figure for ${last.label} is final.`,
  }
}

function listFacts(input: FactsInput, latest: Present | null, position: PlanPosition): Fact[] {
  const { kpi, isWhole, milestones, asOf } = input
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const facts: Fact[] = [
    latest
      ? {
          term: [latest.label, ...(latest.provisional ? ['provisional'] : [])].join(', '),
          value: formatValueInWords(kpi, latest.value),
          isLarge: true,
        }
      : { term: 'Latest figure', value: 'None' },
  ]
  if (latest) {
    if (kpi.frequency !== 'year') {
      facts.push({ term: `Change on ${kpi.frequency}`, value: changeFact(kpi, latest.onPeriod) })
    }
    facts.push({ term: 'Change on year', value: changeFact(kpi, latest.onYear) })
    if (latest.numerator !== null && latest.denominator !== null) {
      facts.push({
        term: 'Made of',
        value: `${formatValue({ unit: 'count', decimals: 0 }, latest.numerator)} ${kpi.unit === 'percent' ? 'of' : 'over'} ${formatValue({ unit: 'count', decimals: 0 }, latest.denominator)}`,
      })
    } else if (latest.n !== null) {
      facts.push({
        term: 'Rests on',
        value: `${formatValue({ unit: 'count', decimals: 0 }, latest.n)} cases`,
      })
    }
  }
  if (target) {
    facts.push({
      term: target.by ? `Target by ${formatDate(target.by)}` : 'Target',
      value: formatTarget(kpi, target),
    })
  }
  if (position.kind === 'position') {
    facts.push({
      term: `Planned for ${formatPeriod(position.period)}`,
      value: formatValueInWords(kpi, position.planned),
    })
  }
  if (isWhole) facts.push({ term: 'Milestones', value: countMilestones(milestones) })
  facts.push({ term: 'Owner', value: kpi.owner })
  return facts
}

function changeFact(kpi: Measured, change: Change): string {
  if (change.kind === 'none') {
    return change.reason === 'not-comparable'
      ? 'Not comparable: the definition changed [b]'
      : 'No figure to compare with [x]'
  }
  const words = differenceInWords(kpi, change.difference)
  return `${words === null ? 'No difference' : capital(words)} (was\u00a0${formatValue(kpi, change.from)})`
}

const deliveryOrder: DeliveryStatus[] = ['complete', 'late', 'at-risk', 'on-track', 'not-started']

function countMilestones(milestones: readonly LaneMilestone[]): string {
  if (milestones.length === 0) return 'None linked to this measure'
  const parts = deliveryOrder.flatMap((status) => {
    const count = milestones.filter(({ delivery }) => delivery === status).length
    return count > 0 ? [`${numberInWords(count)} ${deliveryWords[status]}`] : []
  })
  return capital(parts.join(', '))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
