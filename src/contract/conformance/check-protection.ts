import type { Kpi } from '../kpis.ts'
import { paths } from '../paths.ts'
import type { Series, SeriesPoint } from '../series.ts'
import type { ApiUnderCheck } from './api-under-check.ts'
import {
  pinnedView,
  readKpis,
  readOverview,
  readPlan,
  readSeries,
  seriesRequests,
} from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

/** Smaller counts than this are never shown, and all counts are multiples of it. */
const rounding = 5
/** A share of fewer is never shown. */
const leastDenominator = 20

interface Fault {
  path: string
  message: string
  remedy: string
}

const located = (address: string, faults: readonly Fault[]): Finding[] =>
  faults.map((fault) => ({ resource: address.split('?')[0] ?? address, address, ...fault }))

/** No exact figure in any protected series: rules 1 to 3 of disclosure control, read from outside. */
export async function checkProtectedSeries(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const findings: Finding[] = []
  for (const { address, kpis } of await seriesRequests(api, view)) {
    const { series } = await readSeries(api, address)
    series.forEach((one, index) => {
      const kpi = kpis.find(({ id }) => id === one.kpi)
      if (kpi) findings.push(...located(address, checkProtected(kpi, one, `series[${index}]`)))
    })
  }
  return findings
}

/** The same for the series that the first page carries. */
export async function checkProtectedOverview(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const { kpis } = await readKpis(api, view)
  const overview = await readOverview(api, view)
  return overview.kpis.flatMap((row, index) => {
    const kpi = kpis.find(({ id }) => id === row.id)
    return kpi ? located(paths.overview(view), checkProtected(kpi, row.series, `kpis[${index}].series`)) : []
  })
}

/** Teams and compounds of two dimensions belong to officers alone. */
export async function checkProtectedDimensions(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const { kpis } = await readKpis(api, view)
  return located(
    paths.kpis(view),
    kpis.flatMap((kpi, index) =>
      kpi.dimensions.flatMap(({ id }, place) =>
        isOfficersOnly(id)
          ? [
              {
                path: `kpis[${index}].dimensions[${place}].id`,
                message: `is ${quote(id)}: an exact dimension where protected was asked for`,
                remedy: 'Leave teams and compound dimensions out of the protected set.',
              },
            ]
          : [],
      ),
    ),
  )
}

const isOfficersOnly = (dimension: string) => dimension === 'team' || dimension.includes('+')

/** Risks, evidence, confidence and milestones for officers are absent from the protected plan. */
export async function checkProtectedPlan(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const plan = await readPlan(api, view)
  const faults = plan.milestones.flatMap((milestone, index): Fault[] => {
    const path = `milestones[${index}]`
    const told = (['risk', 'evidence', 'confidence'] as const).filter((field) => milestone[field] !== null)
    return [
      ...told.map((field) => ({
        path: `${path}.${field}`,
        message: `is given for ${milestone.id} where protected was asked for`,
        remedy: 'Send null: it is for officers only.',
      })),
      ...(milestone.release === 'officer'
        ? [
            {
              path,
              message: `${milestone.id} is for officers only`,
              remedy: 'Leave it out of the protected set.',
            },
          ]
        : []),
    ]
  })
  if (plan.risks.length) {
    faults.push({
      path: 'risks',
      message: `holds ${plan.risks.length} where protected was asked for`,
      remedy: 'Send an empty list: the risk register is for officers only.',
    })
  }
  return located(paths.plan(view), faults)
}

function checkProtected(kpi: Kpi, series: Series, path: string): Fault[] {
  if (series.dimension === 'comparator') return []
  if (isOfficersOnly(series.dimension)) {
    return [
      {
        path: `${path}.dimension`,
        message: `is ${quote(series.dimension)}: an exact breakdown where protected was asked for`,
        remedy: 'Answer 400: the protected set holds no teams and no compound dimensions.',
      },
    ]
  }
  return series.points.flatMap((point, index) => {
    const place = `${path}.points[${index}]`
    const name = `${kpi.id}, ${series.member}, ${point.period}`
    const faults = kpi.sdc === 'none' || kpi.sdc === 'already-published' ? [] : checkRounded(kpi, point)
    if (point.previousValue !== null) faults.push('previousValue')
    return faults.map((field) => ({
      path: `${place}.${field}`,
      message: `is ${quote(point[field])} (${name}): an exact figure where protected was asked for`,
      remedy: remedies[field],
    }))
  })
}

type CheckedField = 'value' | 'numerator' | 'denominator' | 'n' | 'previousValue'

const remedies: Record<CheckedField, string> = {
  value: 'Send counts as multiples of 5 and shares as whole percents; suppress counts from 1 to 4.',
  numerator: 'Round it to a multiple of 5 or leave it out; suppress the figure where it is 1 to 4.',
  denominator: 'Round it to a multiple of 5 or leave it out; suppress the figure where it is under 20.',
  n: 'Round it to a multiple of 5, or send null where it is 1 to 4.',
  previousValue: 'Send null: what a figure replaced is for officers only.',
}

function checkRounded(kpi: Kpi, point: SeriesPoint): CheckedField[] {
  const faults: CheckedField[] = (['numerator', 'denominator', 'n'] as const).filter(
    (field) => !isRounded(point[field]),
  )
  if (!isValueProtected(kpi, point)) faults.push('value')
  return faults
}

function isValueProtected(kpi: Kpi, { value, numerator, denominator }: SeriesPoint): boolean {
  if (value === null) return true
  switch (kpi.unit) {
    case 'count':
    case 'pounds':
      return isRounded(value)
    case 'percent':
    case 'rate':
    case 'ratio':
      if (denominator !== null && denominator < leastDenominator) return false
      return kpi.unit !== 'percent' || (Number.isInteger(value) && isShareOf(value, numerator, denominator))
    case 'days':
    case 'working-days':
      return true
  }
}

/** Whether a whole percent can be that of some counts that round to the ones shown; where one is left out, it can. */
function isShareOf(value: number, numerator: number | null, denominator: number | null): boolean {
  if (numerator === null || denominator === null) return true
  const half = rounding / 2
  const least = (100 * (numerator - half)) / (denominator + half)
  const most = (100 * (numerator + half)) / (denominator - half)
  return value >= least - 0.5 - 1e-9 && value <= most + 0.5 + 1e-9
}

function isRounded(count: number | null): boolean {
  return count === null || count % rounding === 0
}
