import type { LoadProblem } from '../../api/loads.ts'

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
  return [...Map.groupBy(problems, kindOf)].map(([key, alike]) => ({
    key,
    title: alike.every(({ message }) => message === alike[0]?.message)
      ? (alike[0]?.message ?? '')
      : templateOf(alike[0]?.message ?? ''),
    problems: alike,
  }))
}

function kindOf({ message }: LoadProblem): string {
  return templateOf(message)
}

/**
 * What is said without what it is said of: quoted cells, figures and periods.
 *
 * @example '"45,2" is not a number' → '… is not a number'; '9000 is 290 times the middle value' → '… is … times the middle value'
 */
function templateOf(message: string): string {
  return message
    .replaceAll(/"[^"]*"/g, '…')
    .replaceAll(/FY\d{4}-\d{2}|-?\d[\d.,:]*(-(Q?\d+))*%?/g, '…')
    .replaceAll(/…( (to|and|,) …)+/g, '…')
}

/** Where a problem is, for a person: 'observations.csv, line 3, column 21'. */
export function placeWords({ file, line, column, cell }: LoadProblem): string {
  if (file === 'load' && line === 0) return 'The whole load'
  if (cell !== undefined) return `${file}, cell ${cell}`
  if (line === 0) return `${file}, the whole file`
  return `${file}, line ${line}${column === 0 ? '' : `, column ${column}`}`
}
