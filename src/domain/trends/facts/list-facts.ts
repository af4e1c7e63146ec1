import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import type { Change } from '../../figures/change.ts'
import { differenceInWords, levelInWords } from '../../findings/comparison-words.ts'
import { apart, besidePlan } from '../../measures/apart.ts'
import { formatTarget, formatValue, formatValueInWords, numberInWords } from '../../measures/format.ts'
import { capital, lowerFirst } from '../../measures/letter-case.ts'
import { targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import { type DeliveryStatus, deliveryWords } from '../../plans/judge-milestone.ts'
import type { PlanPosition } from '../../trajectory/position.ts'
import type { LaneMilestone } from '../lane.ts'
import { lastWhat, type TrendPoint } from '../points.ts'
import type { Fact } from './fact.ts'
import { listOutlook } from './outlook-facts.ts'

export interface FactListInput {
  kpi: DescribedKpi
  isWhole: boolean
  /** the figures of this set are rounded; left out where they are as they were received */
  isRounded?: boolean | undefined
  /** every point held, oldest first */
  points: readonly TrendPoint[]
  milestones: readonly LaneMilestone[]
  analysis: SeriesAnalysis | null
  asOf: string
}

/** The facts of the column, from the latest figure outwards. */
export function listFacts(
  input: FactListInput,
  latest: (TrendPoint & { value: number }) | null,
  position: PlanPosition,
): Fact[] {
  const { kpi, isWhole, milestones, asOf } = input
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const facts: Fact[] = [
    latest
      ? {
          term: [
            latest.label,
            ...(latest.provisional ? ['provisional'] : []),
            ...(latest.period === input.points.at(-1)?.period ? [] : [`the last ${lastWhat(input.points)}`]),
          ].join(', '),
          value: formatValueInWords(kpi, latest.value),
          isLarge: true,
        }
      : { term: 'Latest figure', value: absentInWords(input.points.at(-1)) },
  ]
  if (latest) {
    if (kpi.frequency !== 'year') {
      facts.push({
        term: `Change on ${kpi.frequency}`,
        value: changeFact(input, latest, 'onPeriod'),
      })
    }
    facts.push({ term: 'Change on year', value: changeFact(input, latest, 'onYear') })
    if (latest.numerator !== null && latest.denominator !== null) {
      facts.push({
        term: 'Made of',
        value: `${formatValue({ unit: 'count', decimals: 0 }, latest.numerator)} ${kpi.unit === 'percent' ? 'of' : 'over'} ${formatValue({ unit: 'count', decimals: 0 }, latest.denominator)}`,
      })
    } else if (latest.n !== null) {
      facts.push({
        term: 'Rests on',
        value: `${formatValue({ unit: 'count', decimals: 0 }, latest.n)} ${kpi.aggregation === 'X' ? 'in all' : 'cases'}`,
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
      value: formatValueInWords(besidePlan(kpi, position.gap, position.planned).other, position.planned),
    })
  }
  facts.push(...listOutlook(input))
  if (isWhole) facts.push({ term: 'Milestones', value: countMilestones(milestones) })
  facts.push({ term: 'Owner', value: kpi.owner })
  return facts
}

/** What is not there is never read as none of them. */
function absentInWords(last: TrendPoint | undefined): string {
  if (!last) return 'None held'
  return last.availability === 'suppressed' ? 'Withheld [c]' : 'Missing [x]'
}

/**
 * A change is the latest period's, as on the first page: one whose figure is not there has none, and that of the last
 * figure held would be taken for it. With the figure itself where it is written finer beside the other: '69.4%, was
 * 65.6%'.
 */
function changeFact(
  { kpi, points, isRounded = false }: FactListInput,
  latest: TrendPoint & { value: number },
  on: 'onPeriod' | 'onYear',
): string {
  const last = points.at(-1)
  if (last && last.period !== latest.period) {
    return `Not available: the figure for ${last.label} is ${lowerFirst(absentInWords(last))}`
  }
  const { value } = latest
  const change: Change = latest[on]
  if (change.kind === 'none') {
    return change.reason === 'not-comparable'
      ? 'Not comparable: the definition changed [b]'
      : 'No figure is shown to compare with'
  }
  const words = differenceInWords(kpi, change.by, change.was)
  const level = levelInWords(change, isRounded) === 'the same' ? 'No difference' : 'About the same'
  const beside = apart(kpi, change.by, change.was)
  const finer = formatValue(beside.figure, value)
  const figure = finer === formatValue(kpi, value) ? '' : `${finer}, `
  return `${words === null ? level : capital(words)} (${figure}was\u00a0${formatValue(beside.other, change.was)})`
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
