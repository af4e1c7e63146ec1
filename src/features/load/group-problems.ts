import type { LoadProblem } from '../../api/loads.ts'
import { kindOfProblem } from '../../domain/loads/problem-kinds.ts'

/** Problems of one kind: the same said of several places. */
export interface ProblemGroup {
  key: string
  /** what is said of all of them; where places differ in it, an ellipsis */
  title: string
  problems: LoadProblem[]
}

export interface SortedProblems {
  errors: ProblemGroup[]
  /** published only with a reason, or a second confirmation */
  asked: ProblemGroup[]
  notices: ProblemGroup[]
}

/** By what is to be done about them, and of each by kind, in the order in which each kind comes first. */
export function sortProblems(problems: readonly LoadProblem[]): SortedProblems {
  return {
    errors: groups(problems.filter(({ severity }) => severity === 'error')),
    asked: groups(problems.filter(({ needs }) => needs !== undefined)),
    notices: groups(problems.filter(({ severity, needs }) => severity === 'notice' && !needs)),
  }
}

function groups(problems: readonly LoadProblem[]): ProblemGroup[] {
  return [...Map.groupBy(problems, ({ message }) => kindOfProblem(message))].map(([key, alike]) => ({
    key,
    title: alike.every(({ message }) => message === alike[0]?.message) ? (alike[0]?.message ?? '') : key,
    problems: alike,
  }))
}

/** Where a problem is, for a person: 'observations.csv, line 3, column 21'. */
export function placeWords({ file, line, column, cell }: LoadProblem): string {
  if (file === 'load' && line === 0) return 'The whole load'
  if (cell !== undefined) return `${file}, cell ${cell}`
  if (line === 0) return `${file}, the whole file`
  return `${file}, line ${line}${column === 0 ? '' : `, column ${column}`}`
}
