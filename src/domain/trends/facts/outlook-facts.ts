import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { requiredPaces } from '../../findings/required-words.ts'
import { chanceInWords } from '../../forecast/chance-words.ts'
import { formatTarget, formatValue } from '../../measures/format.ts'
import { targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import type { TrendPoint } from '../points.ts'
import { periodNouns } from '../trend-table.ts'
import { workOffBacklog } from './backlog.ts'
import type { Fact } from './fact.ts'

export interface OutlookInput {
  kpi: DescribedKpi
  isWhole: boolean
  points: readonly TrendPoint[]
  analysis: SeriesAnalysis | null
  asOf: string
}

/** What lies ahead, going on as now: when the target is reached, how likely by its date, and what it would take. */
export function listOutlook({ kpi, isWhole, points, analysis, asOf }: OutlookInput): Fact[] {
  if (!analysis) return []
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const reach = target ? reachFact(analysis.reach) : null
  const last = analysis.forecast.at(-1)
  const backlog = target ? workOffBacklog(kpi, points, target.value) : null
  return [
    ...(reach ? [reach] : []),
    ...(target?.by && analysis.chanceByDate !== null
      ? [
          {
            term: `Chance of ${formatTarget(kpi, target)} by ${formatDate(target.by)}`,
            value: chanceInWords(analysis.chanceByDate),
            detail: 'if nothing changes',
          },
        ]
      : []),
    ...neededFact(kpi, analysis.required),
    ...(backlog ? [backlog] : []),
    ...(last
      ? [
          {
            term: `If nothing changes, ${formatPeriod(last.period)}`,
            value: `${formatValue(kpi, last.lower80)} to ${formatValue(kpi, last.upper80)}`,
            detail: '8 chances in 10',
          },
        ]
      : []),
  ]
}

const reachTerm = 'When will it be reached?'

function reachFact(reach: SeriesAnalysis['reach']): Fact | null {
  switch (reach.kind) {
    case 'met':
      return { term: reachTerm, value: 'Target already met' }
    case 'not-on-current-trend':
      return { term: reachTerm, value: 'Not on the current trend', detail: 'within the next 18 months' }
    case 'too-few-points':
      return { term: reachTerm, value: 'Too few points to say' }
    case 'no-question':
      return null
    case 'reaches':
      return {
        term: reachTerm,
        value: `About ${formatPeriod(reach.median)}`,
        detail: `${formatPeriod(reach.earliest)} at the earliest, ${
          reach.latest === null
            ? 'no latest month within 18 months'
            : `${formatPeriod(reach.latest)} at the latest`
        }`,
      }
  }
}

/** What one period would have to bring, beside what was ever kept up over half a year. */
function neededFact(kpi: DescribedKpi, required: SeriesAnalysis['required']): Fact[] {
  if (!required || required.needed <= 0) return []
  const noun = periodNouns[kpi.frequency]
  const { standing, needed, best, typical } = requiredPaces(kpi, required)
  const direction = kpi.direction === 'down' ? 'less' : 'more'
  const most = standing === 'slightly-more' ? 'slightly less' : (best ?? 'no gain')
  return [
    {
      term: 'Needed to meet the target',
      value: `${needed} ${kpi.unit === 'count' && direction === 'less' ? 'fewer' : direction} each ${noun}`,
      ...(standing === 'never-measured'
        ? {}
        : { detail: `best six ${noun}s so far: ${most}; typical: ${typical ?? 'no gain'}` }),
    },
  ]
}
