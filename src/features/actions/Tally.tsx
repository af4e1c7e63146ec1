import { Link } from '@tanstack/react-router'
import { actionStatuses } from '../../domain/actions/action.ts'
import { actionMarks, overdueActionMark } from '../../ui/action-marks.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { keepView } from '../../ui/keep-view.ts'
import type { ActionRow } from './action-rows.ts'
import type { ActionsSearch } from './actions-search.ts'
import styles from './Tally.module.css'

export interface TallyProps {
  rows: readonly ActionRow[]
  search: ActionsSearch
}

interface TallyLine {
  filter: Pick<ActionsSearch, 'status' | 'overdue' | 'carried' | 'linked'>
  mark: (typeof actionMarks)['open']
  count: number
}

/** Every action counted by its state, and those that need a second look: each count shows its own. */
export function Tally({ rows, search }: TallyProps) {
  if (rows.length === 0) return null
  const countOf = (test: (row: ActionRow) => boolean) => rows.filter(test).length
  return (
    <div className={styles.tally}>
      <TallyList
        title="By status"
        search={search}
        lines={actionStatuses.map((status) => ({
          filter: { status },
          mark: actionMarks[status],
          count: countOf(({ action }) => action.status === status),
        }))}
      />
      <TallyList
        title="To look at"
        search={search}
        lines={[
          { filter: { overdue: 'yes' }, mark: overdueActionMark, count: countOf((row) => row.isOverdue) },
          {
            filter: { carried: 'yes' },
            mark: { word: 'Carried over at least once', icon: 'revised', tone: 'ink' },
            count: countOf(({ action }) => action.carried > 0),
          },
          {
            filter: { linked: 'no' },
            mark: { word: 'Linked to no measure', icon: 'missing', tone: 'ink' },
            count: countOf(({ measure }) => measure === null),
          },
        ]}
      />
    </div>
  )
}

function TallyList({ title, lines, search }: { title: string; lines: TallyLine[]; search: ActionsSearch }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {lines.map(({ filter, mark, count }) => {
          const isChosen = Object.entries(filter).every(
            ([name, value]) => Reflect.get(search, name) === value,
          )
          return (
            <li key={mark.word}>
              <Link
                to="/actions"
                search={(before: Record<string, string>) => ({
                  ...keepView(before),
                  ...(search.log && { log: search.log }),
                  ...(search.group && { group: search.group }),
                  // pressed again, it shows every action
                  ...(isChosen ? {} : filter),
                })}
                resetScroll={false}
                activeOptions={{ explicitUndefined: true }}
                aria-current={isChosen ? 'true' : undefined}
              >
                <IconWord icon={mark.icon} tone={mark.tone} size={18}>
                  {mark.word}
                </IconWord>
                <span className="visually-hidden">: </span>
                <b>{count}</b>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
