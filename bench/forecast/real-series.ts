import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Bounds } from '../../src/domain/measures/bounds.ts'
import { periodRange } from '../../src/domain/periods/period.ts'
import type { Observation } from '../../src/domain/spc/observation.ts'

/** Published monthly series that stand beside the repository; nothing of them is shipped. */
const folder = fileURLToPath(new URL('../../../shared/data/real/', import.meta.url))

export interface RealSource {
  name: string
  bounds: Bounds
  /** one for each organisation, in order of its code, every month between first and last */
  series: OrganisationSeries[]
  /** after how many months a series of so many is forecast */
  originsOf: (months: number) => number[]
}

interface OrganisationSeries {
  organisation: string
  values: Observation[]
}

/** Series shorter than this leave no room for origins from the 24th month on. */
const fewestMonths = 30
/** Every series is first forecast from its 24th month. */
const firstOrigin = 24

export function realSources(): RealSource[] {
  return [
    {
      name: 'delayed days',
      bounds: { lower: 0, upper: null },
      originsOf: every(12),
      series: monthlySeries('dtoc_delayed_days_all_councils_monthly.csv', (row) =>
        row.area_name === 'England'
          ? null
          : { id: row.ons_code ?? '', month: row.month ?? '', value: numberOf(row.total_delayed_days) },
      ),
    },
    {
      name: 'referrals',
      bounds: { lower: 0, upper: null },
      originsOf: every(2),
      series: monthlySeries('nhs_rtt_clock_starts_by_trust_monthly.csv', (row) => ({
        id: row.provider_code ?? '',
        month: row.month_end ?? '',
        value: numberOf(row.new_clock_starts),
      })),
    },
    {
      name: 'A&E share',
      bounds: { lower: 0, upper: 100 },
      originsOf: every(3),
      series: monthlySeries('nhs_ae_attendances.csv', (row) => {
        const attendances = numberOf(row.attendances)
        const breaches = numberOf(row.breaches)
        const share = attendances && breaches !== null ? 100 * (1 - breaches / attendances) : null
        return row.type === '1' ? { id: row.org_code ?? '', month: row.period ?? '', value: share } : null
      }),
    },
  ]
}

/** Monthly series of other fields, whole: scripts dispensed by drug group, retail turnover by state and industry. */
export function otherFieldSources(): RealSource[] {
  return [
    { name: 'prescriptions', bounds: counts, originsOf: every(48), series: listed('prescriptions') },
    { name: 'retail', bounds: counts, originsOf: every(120), series: listed('retail') },
  ]
}

/** Enough to compare, where a method takes a second for each. */
export function oneInThree(source: RealSource): RealSource {
  return { ...source, series: source.series.filter((_, index) => index % 3 === 0) }
}

function listed(file: string): OrganisationSeries[] {
  const text = readFileSync(new URL(`../../../shared/data/forecast/${file}.json`, import.meta.url), 'utf8')
  return z
    .array(z.object({ id: z.string(), values: z.array(z.number().nullable()) }))
    .parse(JSON.parse(text))
    .map(({ id, values }) => ({ organisation: id, values }))
}

/** Every so many months, from the 24th on. */
function every(step: number): RealSource['originsOf'] {
  return (months) =>
    Array.from({ length: Math.ceil((months - firstOrigin) / step) }, (_, index) => firstOrigin + index * step)
}

const counts = { lower: 0, upper: null }

/** Other measures of the same files, which took part in the choice beside the three. */
export function laterSources(): RealSource[] {
  return [
    { name: 'A&E attendances', bounds: counts, originsOf: every(3), series: emergency('1', 'attendances') },
    { name: 'A&E admissions', bounds: counts, originsOf: every(3), series: emergency('1', 'admissions') },
    {
      name: 'social care days',
      bounds: counts,
      originsOf: every(12),
      series: delayed('resp_social_care_days'),
    },
    {
      name: 'home care days',
      bounds: counts,
      originsOf: every(12),
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
    { name: 'A&E breaches', bounds: counts, originsOf: every(3), series: emergency('1', 'breaches') },
    { name: 'minor units', bounds: counts, originsOf: every(3), series: emergency('other', 'attendances') },
    { name: 'NHS days', bounds: counts, originsOf: every(12), series: delayed('resp_nhs_days') },
    {
      name: 'assessment days',
      bounds: counts,
      originsOf: every(12),
      series: delayed('awaiting_assessment_days'),
    },
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
