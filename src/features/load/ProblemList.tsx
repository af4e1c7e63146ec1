import type { FoundRows, LoadProblem } from '../../api/loads.ts'
import { countOf } from '../../domain/measures/format.ts'
import { RecordTable } from '../../ui/RecordTable.tsx'
import { type ProblemGroup, placeWords } from './group-problems.ts'
import styles from './LoadPage.module.css'
import { FoundRowsTable } from './rows/FoundRowsTable.tsx'
import { type ProblemsInRows, problemsInRows } from './rows/problems-in-rows.ts'

export interface ProblemListProps {
  id: string
  title: string
  note: string
  groups: readonly ProblemGroup[]
  /** every problem that the rows may speak of, in the order of the load */
  all?: readonly LoadProblem[]
  /** as whoever sent the files has them; none after the page was opened again */
  rows?: readonly FoundRows[]
}

/** One sort of problems: each kind with its count, opened in the rows of its files, or else to its places. Where there is none, nothing. */
export function ProblemList({ id, title, note, groups, all = [], rows = [] }: ProblemListProps) {
  if (!groups.length) return null
  const count = groups.reduce((sum, { problems }) => sum + problems.length, 0)
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
        <p>
          {countOf(count, 'place')}
          {groups.length > 1 && `, ${groups.length} kinds`}
        </p>
      </div>
      <p className="note">{note}</p>
      {groups.map((group) => (
        <details key={group.key} className={styles.group} open={groups.length === 1 || count <= 6}>
          <summary>
            <span>{group.title}</span> <span className={styles.count}>{group.problems.length}</span>
          </summary>
          <Places title={title} group={group} told={problemsInRows(group.problems, all, rows)} />
        </details>
      ))}
    </section>
  )
}

interface PlacesProps {
  title: string
  group: ProblemGroup
  told: ProblemsInRows
}

/** The rows, and the places of which no row is shown. */
function Places({ title, group, told: { tables, others } }: PlacesProps) {
  return (
    <>
      {tables.map(({ rows, problems }) => (
        <FoundRowsTable
          key={rows.file}
          title={`${rows.file}: ${group.title}`}
          rows={rows}
          problems={problems}
        />
      ))}
      {others.length > 0 && (
        <RecordTable
          caption={`${title}: ${group.title}`}
          columns={others.every(({ message }) => message === group.title) ? inShort : columns}
          rows={others}
          keyOf={keyOf}
        />
      )}
    </>
  )
}

const columns = [
  { head: 'Place', width: 1.2, text: placeWords },
  { head: 'What is found', width: 2, text: ({ message }: LoadProblem) => message },
  { head: 'What to do', width: 2, text: ({ remedy }: LoadProblem) => remedy },
]

/** Where the title says all that is found. */
const inShort = columns.filter(({ head }) => head !== 'What is found')

function keyOf({ file, line, column, message }: LoadProblem): string {
  return `${file} ${line} ${column} ${message}`
}
