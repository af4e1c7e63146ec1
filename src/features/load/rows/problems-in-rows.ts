import type { FoundRows, LoadProblem } from '../../../api/loads.ts'

/** Problems of one kind, as far as rows show them. */
export interface ProblemsInRows {
  /** by file: those of its problems that it shows, by their place among those of the load */
  tables: { rows: FoundRows; problems: ReadonlyMap<number, LoadProblem> }[]
  /** of which no row is shown */
  others: LoadProblem[]
}

/** @param all every problem of the load, in its order, which the marks of the rows count by */
export function problemsInRows(
  problems: readonly LoadProblem[],
  all: readonly LoadProblem[],
  rows: readonly FoundRows[],
): ProblemsInRows {
  const own = new Set(problems)
  const tables = rows.flatMap((one) => {
    const shown = one.marks.flatMap(({ problem }): [number, LoadProblem][] => {
      const found = all[problem]
      return found && own.has(found) ? [[problem, found]] : []
    })
    return shown.length > 0 ? [{ rows: one, problems: new Map(shown) }] : []
  })
  const told = new Set(tables.flatMap(({ problems: shown }) => [...shown.values()]))
  return { tables, others: problems.filter((problem) => !told.has(problem)) }
}
