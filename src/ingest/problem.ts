import type { LoadProblem } from '../contract/loads.ts'

/** A place in a file as a person finds it: line and column from 1, in characters; 0 where the file is meant, or of a line the whole row. */
export interface Place {
  file: string
  line: number
  column: number
  /** the cell of a sheet (B12), or the value of a file of JSON */
  cell?: string
}

/** The column of what is said of a row as a whole. */
export const wholeRow = 0

export type Report = (problem: LoadProblem) => void

/** How many problems of one file are told one by one: a wrong separator makes a million of them. */
const mostPerFile = 200

export interface ProblemLog {
  report: Report
  hasErrors: () => boolean
  /** whether anything of it is published only with a reason, told one by one or not */
  needsReason: () => boolean
  /** errors first within each file, in the order of the lines; the rest counted, never dropped in silence */
  problems: () => LoadProblem[]
}

export function createProblemLog(most = mostPerFile): ProblemLog {
  const byFile = new Map<string, { told: LoadProblem[]; untold: number; untoldErrors: number }>()
  let errors = 0
  let needsReason = false
  return {
    report(problem) {
      if (problem.needs) needsReason = true
      if (problem.severity === 'error') errors += 1
      const entry = byFile.get(problem.file) ?? { told: [], untold: 0, untoldErrors: 0 }
      byFile.set(problem.file, entry)
      if (entry.told.length < most) entry.told.push(problem)
      else {
        entry.untold += 1
        if (problem.severity === 'error') entry.untoldErrors += 1
      }
    },
    hasErrors: () => errors > 0,
    needsReason: () => needsReason,
    problems: () =>
      [...byFile].flatMap(([file, { told, untold, untoldErrors }]) =>
        untold ? [...told, countUntold(file, untold, untoldErrors)] : told,
      ),
  }
}

function countUntold(file: string, untold: number, errors: number): LoadProblem {
  const problem = problemAt({ file, line: 0, column: 0 })
  const message = `${untold} more problems, ${errors} of them errors, are not listed`
  const remedy = 'put the listed ones right and check again'
  return errors ? problem.error(message, remedy) : problem.notice(message, remedy)
}

/** Makes problems of one place. */
export function problemAt(place: Place) {
  const make = (severity: LoadProblem['severity']) => (message: string, remedy: string) =>
    ({ severity, ...place, message, remedy }) satisfies LoadProblem
  const ask = (needs: NonNullable<LoadProblem['needs']>) => (message: string, remedy: string) =>
    ({ ...make('notice')(message, remedy), needs }) satisfies LoadProblem
  return { error: make('error'), notice: make('notice'), asked: ask('reason'), wouldBeExact: ask('exact') }
}

/**
 * As editors find it: of a whole row, its beginning.
 * @example observations.csv:3:21 "45,2" is not a number → write 45.2
 */
export function describeProblem({ file, line, column, cell, message, remedy }: LoadProblem): string {
  const place = line > 0 ? Math.max(column, 1) : column
  return `${file}:${line}:${place}${cell === undefined ? '' : ` (${cell})`} ${message} → ${remedy}`
}
