import type { DefinitionBreak } from '../figures/comparability.ts'
import { dayNumber } from '../periods/calendar.ts'
import type { TrendPoint } from './points.ts'

/** A vertex of the line; a null value breaks it. */
export interface LineRow {
  day: number
  value: number | null
}

/**
 * The measure's line: broken where a period is missing or withheld, and where the definition changed, so that no
 * stroke joins figures that may not be compared.
 */
export function breakLine(points: readonly TrendPoint[], breaks: readonly DefinitionBreak[]): LineRow[] {
  const rows: LineRow[] = points.map(({ day, value }) => ({ day, value }))
  const cuts = breaks.map(({ date }) => ({ day: dayNumber(date) - 0.5, value: null }))
  return [...rows, ...cuts].sort((a, b) => a.day - b.day)
}

/** The stretches of a line that hold together, for marks that draw their own path. */
export function segmentsOf(rows: readonly LineRow[]): { day: number; value: number }[][] {
  const segments: { day: number; value: number }[][] = [[]]
  for (const { day, value } of rows) {
    if (value === null) segments.push([])
    else segments.at(-1)?.push({ day, value })
  }
  return segments.filter(({ length }) => length > 0)
}
