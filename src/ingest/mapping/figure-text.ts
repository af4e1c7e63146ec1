import type { FileMapping } from '../mapping.ts'

/** What a figure's cell says beside the figure. */
export interface FigureText {
  text: string
  isProvisional: boolean
}

/**
 * A figure without the units and marks that its cell has; a text without a digit stays as it is.
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
  return (given: string): FigureText => {
    let text = given
    let isProvisional = false
    const stripped = (rest: string) => {
      if (!/\d/.test(rest)) return false
      text = rest.trim()
      return true
    }
    for (const mark of marks) {
      if (text.endsWith(mark) && stripped(text.slice(0, -mark.length)) && provisional.includes(mark)) {
        isProvisional = true
      }
    }
    for (const unit of units) {
      if (text.endsWith(unit)) stripped(text.slice(0, -unit.length))
      else if (text.startsWith(unit)) stripped(text.slice(unit.length))
      else if (text.startsWith(`-${unit}`)) stripped(`-${text.slice(unit.length + 1)}`)
    }
    return { text, isProvisional }
  }
}
