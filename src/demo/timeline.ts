import { dueDate } from '../domain/editions/holdings.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import { type Frequency, periodRange, periodsBetween } from '../domain/periods/period.ts'

const first = { month: '2022-04', quarter: '2022-Q1' } as const
const last = { month: '2025-09', quarter: '2025-Q2' } as const

export type DemoFrequency = 'month' | 'quarter'

export const demoPeriods: Record<DemoFrequency, readonly string[]> = {
  month: periodRange(first.month, last.month),
  quarter: periodRange(first.quarter, last.quarter),
}

/** Values of consecutive months from April 2022, as pins of a path. */
export function byMonth(values: readonly number[]): Record<string, number> {
  return Object.fromEntries(demoPeriods.month.map((month, index) => [month, values[index] ?? 0]))
}

/** Place of a period in the demonstration: April 2022 and its quarter are 0. */
export function periodIndex(period: string): number {
  return periodsBetween(period.includes('Q') ? first.quarter : first.month, period)
}

export function demoFrequency(frequency: Frequency): DemoFrequency {
  if (frequency === 'year') throw new RangeError('The demonstration holds months and quarters only')
  return frequency
}

/** An edition of the demonstration, and what it could know. */
export interface Vintage {
  number: number
  label: string
  publishedAt: string
  dataAsAt: string
  note: string
}

/**
 * Read on the fourth working day of each month, published nine days or so later. Everybody may read the
 * notes, so they name no figure: an old value beside a rounded one could say too much.
 */
export const vintages: readonly [Vintage, ...Vintage[]] = [
  {
    number: 1,
    label: 'May 2025',
    publishedAt: '2025-06-13T09:00:00Z',
    dataAsAt: '2025-06-05',
    note: 'First edition: figures from April 2022. Illustrative data.',
  },
  {
    number: 2,
    label: 'June 2025',
    publishedAt: '2025-07-15T09:00:00Z',
    dataAsAt: '2025-07-04',
    note: 'People waiting for an OT assessment in September 2024 is restated, lower than before: requests already closed by the equipment service had been left open. Illustrative data.',
  },
  {
    number: 3,
    label: 'July 2025',
    publishedAt: '2025-08-14T09:00:00Z',
    dataAsAt: '2025-08-06',
    note: 'Personal assistants on the register in the quarter January to March 2025 are restated, fewer than before: registrations that had lapsed were counted. Illustrative data.',
  },
  {
    number: 4,
    label: 'August 2025',
    publishedAt: '2025-09-12T09:00:00Z',
    dataAsAt: '2025-09-04',
    note: 'June figures are now final. Illustrative data.',
  },
  {
    number: 5,
    label: 'September 2025',
    publishedAt: '2025-10-15T09:00:00Z',
    dataAsAt: '2025-10-06',
    note: 'The September figure for people awaiting a financial assessment was not received by its due date of 3 October. Illustrative data.',
  },
]

const latestVintage = vintages.length

export function editionBefore(vintage: Vintage): Vintage {
  return vintages[vintage.number - 2] ?? vintages[0]
}

/** Figures that had not come when the newest edition was read, though they were due. */
const late: Record<string, string> = { 'financial-waiting': '2025-09' }

/** How many periods of a measure an edition holds: those that were due by the day its data was read. */
export function periodsHeld(
  kpi: Pick<KpiDefinition, 'id' | 'frequency' | 'dueDay'>,
  vintage: Vintage,
): number {
  const periods = demoPeriods[demoFrequency(kpi.frequency)]
  const newest = periods.findLastIndex(
    (period) => (dueDate(kpi, period) ?? '') <= vintage.dataAsAt && late[kpi.id] !== period,
  )
  return newest + 1
}

/** The last two months are provisional. Registers and ledgers are final at once. */
export const provisionalMonths = 2

/** Place of the month that an edition reports on. */
export function newestMonth(vintage: Vintage): number {
  return demoPeriods.month.length - 1 - (latestVintage - vintage.number)
}

/**
 * How far a month is from settled in an edition: 2 when just recorded, 1 a month later, 0 once final.
 * The newest edition shows the figures as the demonstration lists them, whatever becomes of them later.
 */
export function unsettledSteps(frequency: DemoFrequency, index: number, vintage: Vintage): number {
  if (frequency === 'quarter' || vintage.number === latestVintage) return 0
  return Math.max(0, provisionalMonths - (newestMonth(vintage) - index))
}

/** A final count that was first published wrongly: what stood before an edition put it right. */
export interface Restatement {
  count: string
  period: string
  before: number
  inEdition: number
}

export const restatements: readonly Restatement[] = [
  { count: 'ot-waiting', period: '2024-09', before: 408, inEdition: 2 },
  { count: 'dp-pa-register', period: '2024-Q4', before: 94, inEdition: 3 },
]

export function restatedFrom(count: string, period: string, vintage: Vintage): number | null {
  const found = restatements.find((one) => one.count === count && one.period === period)
  return found && vintage.number < found.inEdition ? found.before : null
}

/** Periods whose figures never came: they are gaps, never zero. */
export function isMissing(kpi: string, period: string): boolean {
  return kpi === 'ot-waiting' && period === '2024-02'
}
