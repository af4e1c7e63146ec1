import type { Cut } from '../mapping/sources.ts'
import { type PeriodForm, parsePeriod } from '../parse-period.ts'

const written: readonly [RegExp, PeriodForm][] = [
  [/\d{4}-Q[1-4]/, 'period'],
  [/(?:Q[1-4] \d{4}[-/]\d{2}|\d{4}[-/]\d{2} Q[1-4])/, 'financial-quarter'],
  [/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/, 'date'],
  [/(?<!\d)\d{4}[-/]\d{2} [A-Z][a-z]{2,8}(?![A-Za-z])/, 'financial-year-month'],
  [/(?<![A-Za-z])[A-Z][a-z]{2,8}[ ./_-]\d{4}(?!\d)/, 'month-name'],
  [/(?<![A-Za-z])[A-Z][a-z]{2,8}(?:[ ./_-]'?|')\d{2}(?!\d)/, 'month-name'],
  [/(?<!\d)20\d{2}[-_ ]?(?:0[1-9]|1[0-2])(?!\d)/, 'month-number'],
  [/(?<!\d)\d{4}[-/]\d{2}(?!\d)/, 'financial-year'],
]

/** The period that a file's or a sheet's name says, and where it stands. @example 'Waiting Apr 2025 v2' → month-name */
export function periodInName(name: string): { form: PeriodForm; cut: Cut } | null {
  for (const [pattern, form] of written) {
    const found = pattern.exec(name)
    if (!found || parsePeriod(found[0], form, 'month') === null) continue
    const [after, before] = [name.slice(0, found.index), name.slice(found.index + found[0].length)]
    return { form, cut: { ...(after && { after }), ...(before && { before }) } }
  }
  return null
}
