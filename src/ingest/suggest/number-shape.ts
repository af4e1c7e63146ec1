import { scalingUnits } from '../mapping/figure-text.ts'
import type { NumberRule } from '../number-rule.ts'

/** How one figure is written; null where a text is none. */
interface NumberShape {
  /** what stands between its thousands, as a mapping says it; null where nothing does */
  thousands: NumberRule['thousands'] | null
  percentSign: boolean
  unit: string
}

/** @example '£1,234.50' → with thousands and the unit £; '45%' → with a percent sign; '12 days' → with a unit */
export function numberShape(text: string): NumberShape | null {
  const {
    before = '',
    digits = '',
    after = '',
  } = /^[-\u2212\u2013]?(?<before>[£$€]?)[-\u2212]?(?<digits>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:['\u2019]\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?<after>%|[a-z]{1,12})?$/i.exec(
    text,
  )?.groups ?? {}
  if (digits === '') return null
  const mark = /[^\d.]/.exec(digits)?.[0]
  const thousands = mark === undefined ? null : mark === ',' ? ',' : /['\u2019]/.test(mark) ? "'" : ' '
  return { thousands, percentSign: after === '%', unit: before || (after === '%' ? '' : after) }
}

/** Marks in place of figures that mean one thing in every publication; any other is asked about. */
const suppressedMarks = new Set(['*', 'c', '[c]', 'supp', 'suppressed'])
const missingMarks = new Set(['..', 'x', '[x]', 'z', '[z]', 'n/a', 'N/A', '#N/A'])

/** What may stand in place of a figure. @example '*', '-', '..', '<5' */
export function isMark(text: string): boolean {
  return suppressedMarks.has(text) || missingMarks.has(text) || /^(?:[^A-Za-z\d]{1,3}|<\s?\d+)$/.test(text)
}

/** Letters behind a figure that publications write of one figure among others: provisional, revised, estimated. */
const markLetters = { provisional: new Set(['p']), ignored: new Set(['r', 'e']) }
export interface FigureWriting {
  numbers: NumberRule & { units?: string[]; ignored?: string[] }
  suppressed: string[]
  missing: string[]
  provisional: string[]
  /** texts among the figures that nobody can know the meaning of */
  unclear: string[]
  /** units behind figures that are not left out: with another one, a figure is another number */
  unclearUnits: string[]
}

/** How a file writes its figures, from the cells of each of its columns of figures. */
export function writingOf(columns: readonly (readonly string[])[]): FigureWriting {
  const texts = [...new Set(columns.flat().map((cell) => cell.trim()))].filter((cell) => cell !== '')
  const shapes = texts.flatMap((text) => numberShape(text) ?? [])
  const marks = [...new Set(shapes.flatMap(({ thousands }) => thousands ?? []))]
  const others = texts.filter((text) => numberShape(text) === null)
  const behind = columns.map(unitsIn)
  const all = (kind: keyof UnitsOfColumn) => [...new Set(behind.flatMap((column) => column[kind]))]
  const ignored = all('ignored')
  // what is no unit in one column is left out in none: a mapping says it once for the file
  const unclearUnits = all('unclear')
  const units = all('units').filter((unit) => !unclearUnits.includes(unit))
  return {
    numbers: {
      // of two marks neither is the file's: the cells of the other one are refused at their place
      ...(marks.length === 1 && { thousands: marks[0] }),
      ...(shapes.some(({ percentSign }) => percentSign) && { percentSign: true }),
      ...(units.length > 0 && { units: units.slice(0, 20) }),
      ...(ignored.length > 0 && { ignored }),
    },
    suppressed: others.filter((text) => suppressedMarks.has(text)),
    missing: others.filter((text) => missingMarks.has(text)),
    provisional: all('provisional'),
    unclear: others.filter((text) => !suppressedMarks.has(text) && !missingMarks.has(text)),
    unclearUnits,
  }
}

interface UnitsOfColumn {
  units: string[]
  provisional: string[]
  ignored: string[]
  unclear: string[]
}

/** What stands beside the figures of one column: its unit where it has one, marks of a few figures, and what is neither. */
function unitsIn(cells: readonly string[]): UnitsOfColumn {
  const shapes = cells.flatMap((cell) => numberShape(cell.trim()) ?? [])
  const counts = new Map<string, number>()
  for (const { unit } of shapes) if (unit !== '') counts.set(unit, (counts.get(unit) ?? 0) + 1)
  // a letter behind most figures is their unit (pence), and no mark
  const isMark = (unit: string) => (counts.get(unit) ?? 0) < shapes.length / 2
  const marks = (letters: ReadonlySet<string>) =>
    [...counts.keys()].filter((unit) => letters.has(unit) && isMark(unit))
  const provisional = marks(markLetters.provisional)
  const ignored = marks(markLetters.ignored)
  const rest = [...counts.keys()].filter((unit) => !provisional.includes(unit) && !ignored.includes(unit))
  const isOne =
    rest.length === 1 && rest.every((unit) => !scalingUnits.has(unit.toLowerCase()) && !/^[per]$/i.test(unit))
  return { units: isOne ? rest : [], provisional, ignored, unclear: isOne ? [] : rest }
}
