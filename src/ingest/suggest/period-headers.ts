import type { Cut } from '../mapping/sources.ts'
import type { PeriodForm } from '../parse-period.ts'
import { periodInName } from './period-in-name.ts'

/** Columns that are named as periods of one form, with the same words about them. */
export interface PeriodHeaders {
  form: PeriodForm
  cut: Cut
  names: ReadonlySet<string>
}

/**
 * A table with a column to each period: two and more columns of each kind.
 *
 * @example ['Town', 'Apr-25 Waiting', 'May-25 Waiting'] → month-name before ' Waiting'
 */
export function findPeriodHeaders(names: readonly string[]): PeriodHeaders[] {
  const found = names.flatMap((name) => {
    const said = periodInName(name)
    return said ? [{ name, ...said }] : []
  })
  const kinds = Map.groupBy(found, ({ form, cut }) => JSON.stringify([form, cut.after, cut.before]))
  return [...kinds.values()].flatMap((alike) => {
    const [first] = alike
    return first && alike.length > 1
      ? [{ form: first.form, cut: first.cut, names: new Set(alike.map(({ name }) => name)) }]
      : []
  })
}
