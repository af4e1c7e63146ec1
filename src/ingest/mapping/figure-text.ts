import type { FileMapping } from '../mapping.ts'
import { otherUnit } from '../parse-number.ts'

/** What a figure's cell says beside the figure. */
export interface FigureText {
  text: string
  isProvisional: boolean
}

/** Units that change how large a figure is, or what it is counted in: beside them a bare figure is another number. */
export const scalingUnits: ReadonlySet<string> = new Set(
  'k m mn mln bn b tn t thousand million billion hundred dozen week weeks wk wks month months mth mths year years yr yrs fortnight fortnights hour hours hr hrs h'.split(
    ' ',
  ),
)

/**
 * A figure without the units and marks that its cell has; a text without a digit stays as it is. The figures of one
 * column (or of an output's columns together, where each is a member or a period) have one unit: 3 days and 36 hours are
 * no figures of one measure, nor are 1.2k and 950.
 *
 * @example '£1,234', ' 12 days', '45 (p)' → '1,234', '12', '45' and provisional, where the mapping lists £, days and (p)
 */
export function createFigureReader({
  numbers = {},
  provisional = [],
}: Pick<FileMapping, 'numbers' | 'provisional'>) {
  const { units = [], ignored = [] } = numbers
  const marks = [...provisional, ...ignored]
  if (marks.length + units.length === 0) return (text: string): FigureText => ({ text, isProvisional: false })
  const unitOf = new Map<unknown, string>()
  const isOther = (column: unknown, unit: string) => {
    const before = unitOf.get(column) ?? unit
    unitOf.set(column, before === '' ? unit : before)
    if (before === unit) return false
    return (before !== '' && unit !== '') || scalingUnits.has((before || unit).toLowerCase())
  }
  return (given: string, column: unknown): FigureText => {
    const marked = withoutMarks(given, marks, provisional)
    const { text, unit } = withoutUnits(marked.text, units)
    if (/\d/.test(text) && isOther(column, unit)) return { ...marked, text: otherUnit }
    return { ...marked, text }
  }
}

const hasFigure = (text: string) => /\d/.test(text)

/** Marks stand behind a figure in any order, several of them too. */
function withoutMarks(given: string, marks: readonly string[], provisional: readonly string[]): FigureText {
  let text = given
  let isProvisional = false
  for (;;) {
    const mark = marks.find((one) => text.endsWith(one) && hasFigure(text.slice(0, -one.length)))
    if (mark === undefined) return { text, isProvisional }
    text = text.slice(0, -mark.length).trim()
    isProvisional ||= provisional.includes(mark)
  }
}

function withoutUnits(given: string, units: readonly string[]): { text: string; unit: string } {
  let text = given
  const found: string[] = []
  const strip = (rest: string, unit: string) => {
    if (!hasFigure(rest)) return
    text = rest.trim()
    found.push(unit)
  }
  for (const unit of units) {
    if (text.endsWith(unit)) strip(text.slice(0, -unit.length), unit)
    else if (text.startsWith(unit)) strip(text.slice(unit.length), unit)
    else if (text.startsWith(`-${unit}`)) strip(`-${text.slice(unit.length + 1)}`, unit)
  }
  // the sign of a currency does not scale, and whatever else stands there decides
  const scaling = found.find((unit) => scalingUnits.has(unit.toLowerCase()))
  return { text, unit: scaling ?? found[0] ?? '' }
}
