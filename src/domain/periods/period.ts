/**
 * Periods are keys: month `2025-04`, quarter `2025-Q1` (financial: April to June 2025),
 * financial year `FY2024-25`. Keys of one frequency compare as strings; a point is plotted at its
 * period's last day. `Date` appears only inside this file's arithmetic, always in UTC.
 */
export const frequencies = ['month', 'quarter', 'year'] as const
export type Frequency = (typeof frequencies)[number]

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/
const quarterPattern = /^(\d{4})-Q([1-4])$/
const yearPattern = /^FY(\d{4})-(\d{2})$/

/** The frequency that a key is written in, or null where it is no period key. */
export function frequencyOf(key: string): Frequency | null {
  if (monthPattern.test(key)) return 'month'
  if (quarterPattern.test(key)) return 'quarter'
  const year = yearPattern.exec(key)
  return year && (Number(year[1]) + 1) % 100 === Number(year[2]) ? 'year' : null
}

const firstYear = 1900
const lastYear = 2299

/** A period that figures can be of: `0205-04` is well formed, and a slip for 2025-04. */
export function isPeriod(key: string): boolean {
  if (frequencyOf(key) === null) return false
  const year = Number(key.replace('FY', '').slice(0, 4))
  return year >= firstYear && year <= lastYear
}

/** Months since year 0 of a period's last month; the one ordinal behind all period arithmetic. */
function lastMonthIndex(key: string): number {
  const month = monthPattern.exec(key)
  if (month) return Number(month[1]) * 12 + Number(month[2]) - 1
  const quarter = quarterPattern.exec(key)
  // Q1 ends in June of the same calendar year, Q4 in March of the next
  if (quarter) return Number(quarter[1]) * 12 + 2 + Number(quarter[2]) * 3
  const year = yearPattern.exec(key)
  if (year && frequencyOf(key)) return (Number(year[1]) + 1) * 12 + 2
  throw new RangeError(`"${key}" is not a period: write 2025-04, 2025-Q1 or FY2024-25`)
}

const monthsIn: Record<Frequency, number> = { month: 1, quarter: 3, year: 12 }

function keyAt(frequency: Frequency, lastMonth: number): string {
  const year = Math.floor(lastMonth / 12)
  const month = lastMonth % 12
  switch (frequency) {
    case 'month':
      return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
    case 'quarter': {
      const financialYear = month < 3 ? year - 1 : year
      return `${financialYear}-Q${month < 3 ? 4 : Math.floor(month / 3)}`
    }
    case 'year':
      return `FY${year - 1}-${String(year % 100).padStart(2, '0')}`
  }
}

/**
 * The period `count` steps later (earlier when negative), of the same frequency.
 * @example addPeriods('2025-12', 1) → '2026-01'; addPeriods('2025-Q4', 1) → '2026-Q1'
 */
export function addPeriods(key: string, count: number): string {
  const frequency = frequencyOf(key)
  const index = lastMonthIndex(key)
  if (!frequency) throw new RangeError(`"${key}" is not a period`)
  return keyAt(frequency, index + count * monthsIn[frequency])
}

/** Steps from one period to another of the same frequency; positive when `to` is later. */
export function periodsBetween(from: string, to: string): number {
  const frequency = frequencyOf(from)
  if (!frequency || frequency !== frequencyOf(to)) {
    throw new RangeError(`"${from}" and "${to}" are not periods of one frequency`)
  }
  return (lastMonthIndex(to) - lastMonthIndex(from)) / monthsIn[frequency]
}

/** Every period from one to another, both included; empty when `to` is earlier. */
export function periodRange(from: string, to: string): string[] {
  const steps = periodsBetween(from, to)
  return steps < 0 ? [] : Array.from({ length: steps + 1 }, (_, step) => addPeriods(from, step))
}

/** The last day of a period as an ISO date. @example '2025-Q1' → '2025-06-30' */
export function periodEnd(key: string): string {
  const index = lastMonthIndex(key)
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return `${keyAt('month', index)}-${String(lastDay).padStart(2, '0')}`
}

/** The first day of a period as an ISO date. @example '2025-Q1' → '2025-04-01' */
export function periodStart(key: string): string {
  const frequency = frequencyOf(key)
  const index = lastMonthIndex(key)
  if (!frequency) throw new RangeError(`"${key}" is not a period`)
  return `${keyAt('month', index - monthsIn[frequency] + 1)}-01`
}

/** The last calendar month inside a period. @example 'FY2024-25' → '2025-03' */
export function lastMonthOf(key: string): string {
  return keyAt('month', lastMonthIndex(key))
}

/** The period of a frequency that a month falls in. @example ('quarter', '2025-05') → '2025-Q1' */
export function periodContaining(frequency: Frequency, month: string): string {
  const index = lastMonthIndex(month)
  const size = monthsIn[frequency]
  // financial years and quarters start in April (month index 3)
  const offset = (((index - 3) % size) + size) % size
  return keyAt(frequency, index - offset + size - 1)
}

/** The same period a year before. */
export function yearBefore(key: string): string {
  const frequency = frequencyOf(key)
  return addPeriods(key, frequency === 'month' ? -12 : frequency === 'quarter' ? -4 : -1)
}

/** Periods of a frequency in a span of months: 36 months of a quarterly measure are 12 points. */
export function periodsInMonths(frequency: Frequency, months: number): number {
  return Math.ceil(months / monthsIn[frequency])
}
