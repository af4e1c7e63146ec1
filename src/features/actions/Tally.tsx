import { linkOptions } from '@tanstack/react-router'
import { actionStatuses } from '../../domain/actions/action.ts'
import { actionMarks, overdueActionMark } from '../../ui/action-marks.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Tallies, type TallyLine, TallyList } from '../../ui/TallyList.tsx'
import type { ActionRow } from './action-rows.ts'
import type { ActionsSearch } from './actions-search.ts'

export interface TallyProps {
  rows: readonly ActionRow[]
  search: ActionsSearch
}

/** Every action counted by its state, and those that need a second look: each count shows its own. */
export function Tally({ rows, search }: TallyProps) {
  if (rows.length === 0) return null
  const line = (
    filter: Pick<ActionsSearch, 'status' | 'overdue' | 'carried' | 'linked'>,
    { word, icon, tone }: (typeof actionMarks)['open'],
    test: (row: ActionRow) => boolean,
  ): TallyLine => {
    const isChosen = Object.entries(filter).every(([name, value]) => Reflect.get(search, name) === value)
    return {
      ...{ label: word, icon, tone, isChosen, count: rows.filter(test).length },
      link: linkOptions({
        to: '/actions',
        // pressed again, it shows every action
        search: { log: search.log, group: search.group, ...(isChosen ? {} : filter) },
      }),
    }
  }
  return (
    <Fold label="Count by status">
      <Tallies>
        <TallyList
          title="By status"
          lines={actionStatuses.map((status) =>
            line({ status }, actionMarks[status], ({ action }) => action.status === status),
          )}
        />
        <TallyList
          title="To look at"
          lines={[
            line({ overdue: 'yes' }, overdueActionMark, ({ isOverdue }) => isOverdue),
            line(
              { carried: 'yes' },
              { word: 'Carried over at least once', icon: 'revised', tone: 'ink' },
              ({ action }) => action.carried > 0,
            ),
            line(
              { linked: 'no' },
              { word: 'Linked to no measure', icon: 'missing', tone: 'ink' },
              ({ measure }) => measure === null,
            ),
          ]}
        />
      </Tallies>
    </Fold>
  )
}
