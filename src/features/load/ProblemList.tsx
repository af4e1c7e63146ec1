import type { LoadProblem } from '../../api/loads.ts'
import { countOf } from '../../domain/measures/format.ts'
import { RecordTable } from '../../ui/RecordTable.tsx'
import { type ProblemGroup, placeWords } from './group-problems.ts'
import styles from './LoadPage.module.css'

export interface ProblemListProps {
  id: string
  title: string
  note: string
  groups: readonly ProblemGroup[]
}

/** One sort of problems: each kind with its count, opened to its places. Where there is none, nothing. */
export function ProblemList({ id, title, note, groups }: ProblemListProps) {
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
          <RecordTable
            caption={`${title}: ${group.title}`}
            columns={group.problems.every(({ message }) => message === group.title) ? inShort : columns}
            rows={group.problems}
            keyOf={keyOf}
          />
        </details>
      ))}
    </section>
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
