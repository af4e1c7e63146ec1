import { addDays } from '../../domain/periods/calendar.ts'

/** What a cell's number is by its format. */
export type NumberKind = 'number' | 'day' | 'percent' | 'time'

/** Formats that workbooks name by number alone (ECMA-376, part 1, 18.8.30): days, percentages, and times. */
const ownDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const ownPercents = new Set([9, 10])
const ownTimes = new Set([18, 19, 20, 21, 45, 46, 47])

/**
 * What a number format shows: a day where it shows one, be it as month and year; a time of day or a duration; a
 * percentage; else a number.
 *
 * @example 'mmm-yy', 'dd/mm/yyyy hh:mm' → day; '[h]:mm', 'hh:mm' → time; '0.0 "days"' → number; '0.0%' → percent
 */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return kindOfOwn(id)
  const isElapsed = /\[(?:h+|m+|s+)\]/i.test(code)
  // what is quoted, escaped, a filler or in brackets (colours, conditions, languages) shows nothing of the number
  const [shown = ''] = code
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
    .split(';')
  if (shown === 'general') return 'number'
  if (shown.includes('%')) return 'percent'
  if (/[dy]/.test(shown)) return 'day'
  if (isElapsed || /[hs]/.test(shown)) return 'time'
  return shown.includes('m') ? 'day' : 'number'
}

function kindOfOwn(id: number): NumberKind {
  if (ownDays.has(id)) return 'day'
  if (ownTimes.has(id)) return 'time'
  return ownPercents.has(id) ? 'percent' : 'number'
}

/** The first day of a workbook's calendar that is told right, and the day behind the last that it has. */
const [firstSerial, endSerial] = [61, 2_958_466]
/** Days by which the calendar that begins in 1904 is behind. */
const days1904 = 1462

/**
 * The day that a spreadsheet counts, with its time of day where it has one; null where there is none such.
 *
 * @example (45748, false) → '2025-04-01'; (44286, true) → '2025-04-01'; (45748.5, false) → '2025-04-01 12:00:00'
 */
export function dayOfNumber(serial: number, is1904: boolean): string | null {
  const counted = is1904 ? serial + days1904 : serial
  if (!(counted >= firstSerial && counted < endSerial)) return null
  const seconds = Math.round(counted * 86_400)
  const day = addDays('1899-12-30', Math.floor(seconds / 86_400))
  const time = seconds % 86_400
  return time === 0 ? day : `${day} ${clock(time)}`
}

/**
 * Parts of a day as the hours, minutes and seconds that their cell shows: a number of days is not what stands there.
 *
 * @example 1.5 → '36:00:00'; 0.520833 → '12:30:00'
 */
export function timeOfNumber(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400)
  return `${days < 0 ? '-' : ''}${clock(seconds)}`
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/**
 * A number in digits, as fifteen of them say it: spreadsheets keep 0.29 as 0.28999999999999998.
 *
 * @example (1e-7) → '0.0000001'; (4.35 as 435.00000000000006 / 100) → '4.35'
 */
export function digitsOf(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  if (!text.includes('e')) return text
  return Math.abs(rounded) < 1
    ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
    : BigInt(rounded).toString()
}
