import type { Kpi } from '../kpis.ts'
import { paths } from '../paths.ts'
import { type Series, type SeriesPoint, SeriesReply } from '../series.ts'
import type { ApiUnderCheck, Reply } from './api-under-check.ts'
import { about, checkShape } from './check-shape.ts'
import { checkEcho } from './check-views.ts'
import {
  pinnedView,
  readKpis,
  readSeries,
  type SeriesRequest,
  seriesRequests,
} from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

/** Every series of the newest edition: its shape, its members, its periods and their order. */
export async function checkSeries(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const findings: Finding[] = []
  for (const request of await seriesRequests(api, view)) {
    const reply = await api.get(request.address)
    const { findings: faults, value } = checkShape(reply, SeriesReply)
    findings.push(...faults)
    if (!value) continue
    findings.push(...checkEcho(reply, value, view), ...checkNothingLeftOut(reply, request, value.series))
    value.series.forEach((series, index) => {
      findings.push(...checkOneSeries(reply, request, series, `series[${index}]`))
    })
  }
  return findings
}

function checkNothingLeftOut(reply: Reply, request: SeriesRequest, series: readonly Series[]): Finding[] {
  const names = series.map(({ kpi, member }) => `${kpi} ${member}`)
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)
  const absent = request.kpis.filter(({ id }) => !series.some(({ kpi }) => kpi === id))
  return [
    ...repeated.map((name) => ({
      ...about(reply),
      path: 'series',
      message: `holds ${quote(name)} more than once`,
      remedy: 'Send one series for each measure and member.',
    })),
    ...absent.map(({ id }) => ({
      ...about(reply),
      path: 'series',
      message: `holds nothing for ${id}, though /kpis lists its dimension ${request.dimension}`,
      remedy: 'Send its series, or leave the dimension out of /kpis.',
    })),
  ]
}

function checkOneSeries(reply: Reply, request: SeriesRequest, series: Series, path: string): Finding[] {
  const kpi = request.kpis.find(({ id }) => id === series.kpi)
  const fault = (place: string, message: string, remedy: string): Finding => ({
    ...about(reply),
    path: `${path}${place}`,
    message,
    remedy,
  })
  if (!kpi) {
    return [
      fault('.kpi', `is ${quote(series.kpi)}, which was not asked for`, 'Send the measures asked for only.'),
    ]
  }
  if (series.dimension !== request.dimension) {
    return [
      fault(
        '.dimension',
        `is ${quote(series.dimension)} where ${request.dimension} was asked for`,
        'Send the dimension asked for only.',
      ),
    ]
  }
  const members = kpi.dimensions.find(({ id }) => id === series.dimension)?.members ?? []
  const isListed = members.some(({ id }) => id === series.member)
  return [
    ...(isListed
      ? []
      : [
          fault(
            '.member',
            `is ${quote(series.member)}, which no dimension of ${kpi.id} lists in /kpis`,
            'List the member under its dimension, or leave its series out.',
          ),
        ]),
    ...checkOrder(series.points).map(({ index, message, remedy }) =>
      fault(`.points[${index}].period`, `of ${series.kpi}, ${series.member}: ${message}`, remedy),
    ),
    ...checkPoints(kpi, series).map(({ index, field, message, remedy }) =>
      fault(`.points[${index}].${field}`, message, remedy),
    ),
  ]
}

/** Each period once, in order. Periods of one frequency compare as strings. */
function checkOrder(points: readonly SeriesPoint[]) {
  return points.flatMap((point, index) => {
    const before = points[index - 1]?.period
    if (before === undefined || before < point.period) return []
    return before === point.period
      ? [
          {
            index,
            message: `${point.period} comes twice`,
            remedy: 'Send each period once: its standing figure.',
          },
        ]
      : [
          {
            index,
            message: `${point.period} comes after ${before}`,
            remedy: 'Send points in the order of their periods.',
          },
        ]
  })
}

function checkPoints(kpi: Kpi, series: Series) {
  return series.points.flatMap((point, index) => {
    const faults: { index: number; field: string; message: string; remedy: string }[] = []
    if ((point.availability === 'present') !== (point.value !== null)) {
      faults.push({
        index,
        field: 'value',
        message: `is ${quote(point.value)} where availability is ${point.availability}`,
        remedy: 'Send a number where the figure is present, and null where it is suppressed or missing.',
      })
    }
    // other places publish at their own pace: a monthly measure may have annual comparators
    if (series.dimension !== 'comparator' && frequencyOf(point.period) !== kpi.frequency) {
      faults.push({
        index,
        field: 'period',
        message: `is ${point.period}, but ${kpi.id} is published by ${kpi.frequency}`,
        remedy: 'Write periods in the form of the frequency: 2025-04, 2025-Q1 or FY2024-25.',
      })
    }
    return faults
  })
}

function frequencyOf(period: string): Kpi['frequency'] {
  if (period.startsWith('FY')) return 'year'
  return period.includes('Q') ? 'quarter' : 'month'
}

/** The latest period that /kpis names is one that /series sends. */
export async function checkLatestPeriods(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const { kpis } = await readKpis(api, view)
  const reply = await api.get(paths.kpis(view))
  const sent = new Map<string, Set<string>>()
  for (const { address, dimension } of await seriesRequests(api, view)) {
    if (dimension === 'comparator') continue
    for (const series of (await readSeries(api, address)).series) {
      const periods = sent.get(series.kpi) ?? new Set()
      for (const { period } of series.points) periods.add(period)
      sent.set(series.kpi, periods)
    }
  }
  return kpis.flatMap(({ id, latestPeriod }, index) =>
    latestPeriod === null || sent.get(id)?.has(latestPeriod)
      ? []
      : [
          {
            ...about(reply),
            path: `kpis[${index}].latestPeriod`,
            message: `is ${latestPeriod}, a period that /series does not send for ${id}`,
            remedy: 'Name the last period that the edition holds for this audience.',
          },
        ],
  )
}

/** `from`, `to` and `member` narrow a series to exactly what lies within them. */
export async function checkNarrowing(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  for (const { address, dimension } of await seriesRequests(api, view)) {
    const whole = (await readSeries(api, address)).series.find(({ points }) => points.length >= 3)
    const from = whole?.points[1]?.period
    const to = whole?.points.at(-2)?.period
    if (!whole || !from || !to) continue
    const { kpi, member } = whole
    const reply = await api.get(paths.series(view, { kpi, dimension, member, from, to }))
    const { findings, value } = checkShape(reply, SeriesReply)
    if (!value) return findings
    const expected = [{ ...whole, points: whole.points.slice(1, -1) }]
    if (JSON.stringify(value.series) === JSON.stringify(expected)) return findings
    const periods = value.series.flatMap(({ points }) => points.map(({ period }) => period))
    return [
      ...findings,
      {
        ...about(reply),
        path: 'series',
        message: `is not the series of ${member} from ${from} to ${to}: it holds ${value.series.length} series, ${periods.length ? `${periods.at(0)} to ${periods.at(-1)}` : 'no points'}`,
        remedy: 'Send what the parameters member, from and to name, both ends included, and nothing else.',
      },
    ]
  }
  return []
}
