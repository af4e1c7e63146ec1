import type { FoundRows, LoadProblem } from '../../../api/loads.ts'
import { capital } from '../../../domain/measures/letter-case.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import styles from './rows.module.css'
import { scrollToFound } from './scroll-to-found.ts'

export interface FoundRowsTableProps {
  title: string
  rows: FoundRows
  /** those that are told, by their place among the problems of the load */
  problems: ReadonlyMap<number, LoadProblem>
}

/** Rows of a file with the cells marked in which something was found, or the whole row, and what to do in the cell. */
export function FoundRowsTable({
  title,
  rows: { file, columns, rows, marks },
  problems,
}: FoundRowsTableProps) {
  const own = marks.filter(({ problem }) => problems.has(problem))
  const marked = new Set(own.map(({ row }) => row))
  const shown = rows.map((row, place) => ({ ...row, place })).filter(({ place }) => marked.has(place))
  const notesAt = (row: number, column: number) =>
    own
      .filter((mark) => mark.row === row && mark.column === column)
      .flatMap(({ problem }) => problems.get(problem) ?? [])
  return (
    <section ref={scrollToFound} className={styles.scroll} aria-label={title} {...keyboardStop}>
      <table className={`${styles.rows} ${styles.close}`}>
        <caption className={styles.caption}>{file}</caption>
        <thead>
          <tr>
            <th scope="col" {...marking(notesAt(-1, -1))}>
              Line
              <Notes notes={notesAt(-1, -1)} isOfRow />
            </th>
            {columns.map(({ number, name }, column) => (
              <th key={number} scope="col" {...marking(notesAt(-1, column))}>
                {name || `Column ${number}`}
                <Notes notes={notesAt(-1, column)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ place, line, cells }) => (
            <tr key={place} {...marking(notesAt(place, -1))}>
              <th scope="row" {...marking(notesAt(place, -1))}>
                {line || notesAt(place, -1)[0]?.cell || '–'}
                <Notes notes={notesAt(place, -1)} isOfRow />
              </th>
              {columns.map(({ number }, column) => {
                const notes = notesAt(place, column)
                return (
                  <td key={number} {...marking(notes)}>
                    {cells[column] || (
                      <span className={notes.length > 0 ? styles.note : 'visually-hidden'}>empty</span>
                    )}
                    <Notes notes={notes} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Whether something is found there, and that it is nothing wrong: the colour of what is wrong is not for that. */
function marking(notes: readonly LoadProblem[]) {
  return {
    'data-wrong': notes.length > 0,
    'data-noticed': notes.length > 0 && notes.every(({ severity }) => severity !== 'error'),
  }
}

interface NotesProps {
  notes: readonly LoadProblem[]
  /** they are of all cells of the row, or of the header */
  isOfRow?: boolean
}

/** What is found in a cell, and what to do. */
function Notes({ notes, isOfRow = false }: NotesProps) {
  return notes.map(({ severity, needs, cell, message, remedy }) => (
    <span key={`${message} ${remedy}`} className={severity === 'error' ? styles.wrong : styles.noticed}>
      <strong>
        {severity === 'error' ? 'Wrong' : needs ? 'To be confirmed' : 'Noticed'}
        {cell ? `, ${cell}` : isOfRow && ', the whole row'}:
      </strong>{' '}
      {message}. {capital(remedy)}
    </span>
  ))
}
