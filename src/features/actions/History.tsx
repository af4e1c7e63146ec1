import table from '../../ui/GroupedTable.module.css'
import type { ActionRow } from './action-rows.ts'

/** What happened to an action, oldest first; folded on the screen, open on paper unless it says no more than the row. */
export function History({ row: { id, history } }: { row: Pick<ActionRow, 'id' | 'history'> }) {
  if (history.length === 0) return null
  return (
    <details className={history.length > 1 ? table.more : `${table.more} screen-only`}>
      <summary>
        History
        <span className="visually-hidden">: action {id}</span>
      </summary>
      <ol>
        {history.map(({ key, on, by, words, note }) => (
          <li key={key}>
            <b>
              {on}, {by}.
            </b>{' '}
            {words && (words.endsWith('.') ? words : `${words}.`)} {note}
          </li>
        ))}
      </ol>
    </details>
  )
}
