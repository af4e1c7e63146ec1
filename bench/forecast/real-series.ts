import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bounds } from '../../src/domain/forecast/bounded-scale.ts'
import { periodRange } from '../../src/domain/periods/period.ts'
import type { Observation } from '../../src/domain/spc/observation.ts'

/** Published monthly series that stand beside the repository; nothing of them is shipped. */
const folder = fileURLToPath(new URL('../../../shared/data/real/', import.meta.url))

export interface RealSource {
  name: string
  bounds: Bounds
  /** months between one origin and the next */
  originStep: number
  /** one for each organisation, in order of its code, every month between first and last */
  series: OrganisationSeries[]
}

interface OrganisationSeries {
  organisation: string
  values: Observation[]
}

/** Series shorter than this leave no room for origins from the 24th month on. */
const fewestMonths = 30

export function realSources(): RealSource[] {
  return [
    {
      name: 'delayed days',
      bounds: { lower: 0, upper: null },
      originStep: 12,
      series: monthlySeries('dtoc_delayed_days_all_councils_monthly.csv', (row) =>
        row.area_name === 'England'
          ? null
          : { id: row.ons_code ?? '', month: row.month ?? '', value: numberOf(row.total_delayed_days) },
      ),
    },
    {
      name: 'referrals',
      bounds: { lower: 0, upper: null },
      originStep: 2,
      series: monthlySeries('nhs_rtt_clock_starts_by_trust_monthly.csv', (row) => ({
        id: row.provider_code ?? '',
        month: row.month_end ?? '',
        value: numberOf(row.new_clock_starts),
      })),
    },
    {
      name: 'A&E share',
      bounds: { lower: 0, upper: 100 },
      originStep: 3,
      series: monthlySeries('nhs_ae_attendances.csv', (row) => {
        const attendances = numberOf(row.attendances)
        const breaches = numberOf(row.breaches)
        const share = attendances && breaches !== null ? 100 * (1 - breaches / attendances) : null
        return row.type === '1' ? { id: row.org_code ?? '', month: row.period ?? '', value: share } : null
      }),
    },
  ]
}

const counts = { lower: 0, upper: null }

/** Other measures of the same files, which took part in the choice beside the three. */
export function laterSources(): RealSource[] {
  return [
    { name: 'A&E attendances', bounds: counts, originStep: 3, series: emergency('1', 'attendances') },
    { name: 'A&E admissions', bounds: counts, originStep: 3, series: emergency('1', 'admissions') },
    { name: 'social care days', bounds: counts, originStep: 12, series: delayed('resp_social_care_days') },
    {
      name: 'home care days',
      bounds: counts,
      originStep: 12,
      series: delayed('awaiting_home_care_package_days'),
    },
  ]
}

/**
 * Measures that took no part in setting the method's constants, scored once. They come from the same files
 * and mostly the same organisations: fresh series, not fresh places.
 */
export function untouchedSources(): RealSource[] {
  return [
    { name: 'A&E breaches', bounds: counts, originStep: 3, series: emergency('1', 'breaches') },
    { name: 'minor units', bounds: counts, originStep: 3, series: emergency('other', 'attendances') },
    { name: 'NHS days', bounds: counts, originStep: 12, series: delayed('resp_nhs_days') },
    { name: 'assessment days', bounds: counts, originStep: 12, series: delayed('awaiting_assessment_days') },
  ]
}

function emergency(type: string, column: string): OrganisationSeries[] {
  return monthlySeries('nhs_ae_attendances.csv', (row) =>
    row.type === type
      ? { id: row.org_code ?? '', month: row.period ?? '', value: numberOf(row[column]) }
      : null,
  )
}

function delayed(column: string): OrganisationSeries[] {
  return monthlySeries('dtoc_delayed_days_all_councils_monthly.csv', (row) =>
    row.area_name === 'England'
      ? null
      : { id: row.ons_code ?? '', month: row.month ?? '', value: numberOf(row[column]) },
  )
}

interface Reading {
  id: string
  month: string
  value: Observation
}

/** The files are plain: a header row, commas, no quotes. */
function monthlySeries(
  file: string,
  readingOf: (row: Record<string, string>) => Reading | null,
): OrganisationSeries[] {
  const [header = '', ...lines] = readFileSync(`${folder}${file}`, 'utf8').trim().split('\n')
  const columns = header.split(',')
  const byId = new Map<string, Map<string, Observation>>()
  for (const line of lines) {
    const cells = line.split(',')
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
    const reading = readingOf(row)
    if (reading === null) continue
    const months = byId.get(reading.id) ?? new Map<string, Observation>()
    byId.set(reading.id, months.set(reading.month.slice(0, 7), reading.value))
  }
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([organisation, months]) => ({ organisation, values: everyMonth(months) }))
    .filter(({ values }) => values.filter((value) => value !== null).length >= fewestMonths)
}

function everyMonth(months: ReadonlyMap<string, Observation>): Observation[] {
  const keys = [...months.keys()].sort()
  return periodRange(keys[0] ?? '', keys.at(-1) ?? '').map((month) => months.get(month) ?? null)
}

function numberOf(cell: string | undefined): Observation {
  return cell === undefined || cell === '' ? null : Number(cell)
}
