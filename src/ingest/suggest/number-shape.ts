import type { NumberRule } from '../number-rule.ts'

/** How one figure is written; null where a text is none. */
interface NumberShape {
  thousands: boolean
  percentSign: boolean
  unit: string
}

/** @example '£1,234.50' → with thousands and the unit £; '45%' → with a percent sign; '12 days' → with a unit */
export function numberShape(text: string): NumberShape | null {
  const {
    before = '',
    digits = '',
    after = '',
  } = /^[-\u2212\u2013]?(?<before>[£$€]?)[-\u2212]?(?<digits>\d[\d,]*(?:\.\d+)?)\s?(?<after>%|[a-z]{1,12})?$/i.exec(
    text,
  )?.groups ?? {}
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
  if (digits === '' || (digits.includes(',') && !isGrouped)) return null
  return { thousands: isGrouped, percentSign: after === '%', unit: before || (after === '%' ? '' : after) }
}

/** Marks in place of figures that mean one thing in every publication; any other is asked about. */
const suppressedMarks = new Set(['*', 'c', '[c]', 'supp', 'suppressed'])
const missingMarks = new Set(['..', 'x', '[x]', 'z', '[z]', 'n/a', 'N/A', '#N/A'])

/** What may stand in place of a figure. @example '*', '-', '..', '<5' */
export function isMark(text: string): boolean {
  return suppressedMarks.has(text) || missingMarks.has(text) || /^(?:[^A-Za-z\d]{1,3}|<\s?\d+)$/.test(text)
}

export interface FigureWriting {
  numbers: NumberRule & { units?: string[] }
  suppressed: string[]
  missing: string[]
  /** texts among the figures that nobody can know the meaning of */
  unclear: string[]
}

/** How a file writes its figures, from the cells of its columns of figures. */
export function writingOf(cells: readonly string[]): FigureWriting {
  const texts = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))]
  const shapes = texts.flatMap((text) => numberShape(text) ?? [])
  const others = texts.filter((text) => numberShape(text) === null)
  const units = [...new Set(shapes.map(({ unit }) => unit).filter((unit) => unit !== ''))]
  return {
    numbers: {
      ...(shapes.some(({ thousands }) => thousands) && { thousands: ',' as const }),
      ...(shapes.some(({ percentSign }) => percentSign) && { percentSign: true }),
      ...(units.length > 0 && { units: units.slice(0, 20) }),
    },
    suppressed: others.filter((text) => suppressedMarks.has(text)),
    missing: others.filter((text) => missingMarks.has(text)),
    unclear: others.filter((text) => !suppressedMarks.has(text) && !missingMarks.has(text)),
  }
}
