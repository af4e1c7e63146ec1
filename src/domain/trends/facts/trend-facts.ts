import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { isOverdue } from '../../editions/holdings.ts'
import type { ExhibitFact } from '../../exhibits/exhibit.ts'
import { besideBound } from '../../findings/beside-bound.ts'
import { yearOrWhyNot } from '../../findings/comparison-words.ts'
import { gapInWords } from '../../findings/difference-words.ts'
import { valueWithNoun } from '../../findings/figure-words.ts'
import { besidePlan } from '../../measures/apart.ts'
import { formatTarget, formatValue, unitPhrase } from '../../measures/format.ts'
import { capital, lowerFirst } from '../../measures/letter-case.ts'
import { targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import type { Plan } from '../../plans/plan.ts'
import { judgePosition } from '../../trajectory/judge-position.ts'
import { lastWhat, latestPresent, type TrendPoint } from '../points.ts'
import { listOutlook } from './outlook-facts.ts'

export interface TrendFactsInput {
  kpi: DescribedKpi
  isWhole: boolean
  /** the figures of this set are rounded; left out where they are as they were received */
  isRounded?: boolean | undefined
  /** every point held, oldest first */
  points: readonly TrendPoint[]
  plan: Plan
  analysis: SeriesAnalysis | null
  asOf: string
}

const mostFacts = 3

/** The figures that a briefing needs: where it is, where it was to be, what it would take. Three at most. */
export function chooseTrendFacts(input: TrendFactsInput): ExhibitFact[] {
  const latest = latestPresent(input.points)
  if (!latest) return []
  const isLate = isOverdue(input.kpi, input.asOf)
  // what stands against plan and target is unknown while the newest figure is not there
  if (isLate) return [latestFact(input, latest, ', the last received'), overdueFact(input.kpi)]
  const isOld = latest.period !== input.points.at(-1)?.period
  const plan = planFact(input)
  return [
    latestFact(input, latest, isOld ? `, the last ${lastWhat(input.points)}` : null),
    ...plan,
    ...(plan.length > 0 ? [] : targetFact(input)),
    ...outlookFacts(input),
  ].slice(0, mostFacts)
}

/** @param old what it is called where it is not the latest: it is then compared with nothing */
function latestFact(
  { kpi, isRounded }: TrendFactsInput,
  latest: TrendPoint & { value: number },
  old: string | null,
): ExhibitFact {
  const status = latest.provisional ? ' (provisional)' : ''
  return {
    figure: formatValue(kpi, latest.value),
    words: [
      ...nounOf(kpi, latest.value),
      `${latest.label}${status}${old ?? `; ${yearOrWhyNot(kpi, latest.onYear, isRounded)}`}`,
    ].join(', '),
  }
}

function overdueFact({ due }: DescribedKpi): ExhibitFact {
  return {
    figure: 'Overdue',
    words: `a newer figure was due on ${due === null ? 'a day gone by' : formatDate(due)}; until it comes, this counts as unknown`,
  }
}

/** The unit of the value, where the figure alone does not carry it: 67% is no "67% percent". */
function nounOf(kpi: DescribedKpi, value: number): string[] {
  const whole = valueWithNoun(kpi, value)
  const figure = formatValue(kpi, value)
  if (whole.startsWith(figure) && whole.length > figure.length) return [whole.slice(figure.length).trim()]
  const unit = unitPhrase(kpi)
  return unit === kpi.unit ? [] : [unit]
}

/** Only the latest period is held against the plan: an older figure against today's plan would mislead. */
function planFact(input: TrendFactsInput): ExhibitFact[] {
  const { kpi, isWhole, points } = input
  const last = points.at(-1)
  if (!isWhole || last?.value == null) return []
  const position = judgePosition(input, last)
  if (position.kind !== 'position') return []
  const { figure, other } = besidePlan(kpi, position.gap, position.planned)
  const finer = formatValue(figure, last.value)
  const against = finer === formatValue(kpi, last.value) ? '' : `, against ${finer}`
  return [
    {
      figure: capital(gapInWords(kpi, position.gap, position.planned)),
      words: `${formatValue(other, position.planned)} was planned for ${formatPeriod(position.period)}${against}`,
    },
  ]
}

/** Where there is no plan to be held against, how far from the target the latest period is. */
function targetFact({ kpi, isWhole, points, analysis, asOf }: TrendFactsInput): ExhibitFact[] {
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const last = points.at(-1)
  if (target?.value == null || last?.value == null || analysis?.hidden?.includes('target')) return []
  const { distance } = besideBound(kpi, last.value, target.value)
  return [
    {
      figure: last.value === target.value ? 'On target' : capital(`${distance} target`),
      words: `the target is ${formatTarget(kpi, target)}`,
    },
  ]
}

function outlookFacts(input: TrendFactsInput): ExhibitFact[] {
  const wanted = listOutlook(input).find(
    ({ term }) => term === 'Needed to meet the target' || term.startsWith('If nothing changes'),
  )
  if (!wanted) return []
  const { term, value, detail } = wanted
  return [{ figure: value, words: detail ? `${lowerFirst(term)}; ${detail}` : lowerFirst(term) }]
}
