import { needsProtection } from '../../domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Audience, Edition, Organisation } from '../../domain/editions/publication.ts'
import { type CsvCell, writeCsv } from '../../domain/exports/csv.ts'
import { formatTarget, unitPhrase } from '../../domain/measures/format.ts'
import type { ForecastPoint } from './model/forecast.ts'
import { shorthandOf, statusOf } from './model/point-words.ts'
import type { Change, TrendPoint } from './model/points.ts'
import { judgementInWords } from './model/signal-words.ts'

export interface TrendCsvContext {
  kpi: DescribedKpi
  /** 'Ealing borough', 'Town: Southall' */
  place: string
  edition: Edition
  organisation: Organisation
  audience: Audience
}

const heads = [
  'Period',
  'Period ends',
  'Value',
  'Shorthand',
  'Status',
  'Change on period before',
  'Change on year before',
  'Planned',
  'Gap to plan',
  'Target',
  'Lower limit',
  'Mean',
  'Upper limit',
  'Real change',
  'Numerator',
  'Denominator',
  'Cases (n)',
]

/** The chart's figures as a file that says what it is: the lines of origin stand above the figures. */
export function writeTrendCsv(
  points: readonly TrendPoint[],
  forecast: readonly ForecastPoint[],
  context: TrendCsvContext,
): string {
  return writeCsv([
    ...aboutRows(context),
    heads,
    ...points.map((point) => cellsOf(context.kpi, point)),
    ...forecastRows(context.kpi, forecast),
  ])
}

/** The periods ahead in a table of their own, below the figures: nobody shall add a forecast to a figure. */
function forecastRows({ decimals }: DescribedKpi, forecast: readonly ForecastPoint[]): CsvCell[][] {
  if (forecast.length === 0) return []
  const round = (value: number) => Number(value.toFixed(decimals + 2))
  return [
    [],
    ['Forecast period', 'Period ends', 'Most likely', 'Lower 80%', 'Upper 80%', 'Lower 95%', 'Upper 95%'],
    ...forecast.map(({ period, label, median, lower80, upper80, lower95, upper95 }): CsvCell[] => [
      period,
      label,
      ...[median, lower80, upper80, lower95, upper95].map(round),
    ]),
  ]
}

/** Every member of a breakdown in one file, one row per member and period; there is no row for a total. */
export function writeMultiplesCsv(
  multiples: readonly { label: string; points: readonly TrendPoint[] }[],
  dimension: string,
  context: TrendCsvContext,
): string {
  const rows = multiples.flatMap(({ label, points }) =>
    points.map((point): CsvCell[] => [label, ...cellsOf(context.kpi, point)]),
  )
  return writeCsv([...aboutRows(context), [dimension, ...heads], ...rows])
}

/** Lines of origin: what this is, whose, from which edition, and how it may be used. */
function aboutRows(context: TrendCsvContext): CsvCell[][] {
  const { kpi, place, edition, organisation, audience } = context
  return [
    ['Measure', kpi.name],
    ['Measure id', kpi.id],
    ['Unit', unitPhrase(kpi)],
    ['Place', place],
    ['Edition', `${edition.number}, ${edition.label}`],
    ['Data as at', edition.dataAsAt],
    ['Source', `${kpi.source}. ${organisation.service}, ${organisation.name}`],
    [
      'Figures',
      audience === 'exact' ? 'exact, for officers' : 'protected: small numbers withheld, counts rounded',
    ],
    ...(audience === 'protected' && needsProtection(kpi)
      ? [['Limits and changes', 'Worked out from rounded figures']]
      : []),
    ['Marking', organisation.marking],
    ...(organisation.illustrative ? [['Status', 'Illustrative data: invented figures']] : []),
    ['Shorthand', '[p] provisional, [r] revised, [x] unavailable, [c] confidential'],
    [],
  ]
}

function cellsOf(kpi: DescribedKpi, point: TrendPoint): CsvCell[] {
  const round = (value: number | null) => (value === null ? null : Number(value.toFixed(kpi.decimals + 2)))
  return [
    point.period,
    point.label,
    point.value,
    shorthandOf(point).join(' ') || null,
    statusOf(point),
    round(differenceOf(point.onPeriod)),
    round(differenceOf(point.onYear)),
    round(point.planned),
    round(point.planned === null || point.value === null ? null : point.value - point.planned),
    point.target ? (point.target.value ?? formatTarget(kpi, point.target)) : null,
    round(point.judgement?.limits.lower ?? null),
    round(point.judgement?.limits.mean ?? null),
    round(point.judgement?.limits.upper ?? null),
    point.judgement && point.value !== null ? judgementInWords(point.judgement) : null,
    point.numerator,
    point.denominator,
    point.n,
  ]
}

function differenceOf(change: Change): number | null {
  return change.kind === 'change' ? change.difference : null
}

/** @example 'ot-waiting-town-Southall-edition-5-protected.csv' */
export function trendFileName(
  kpiId: string,
  part: string | null,
  edition: number,
  audience: Audience,
): string {
  const words = [kpiId, ...(part ? [part] : []), `edition-${edition}`, audience].join('-')
  return `${words.replaceAll(/[^A-Za-z0-9]+/g, '-')}.csv`
}
