import { type Action, type ActionStatus, actionStatuses } from '../../domain/actions/action.ts'
import type { Release } from '../../domain/plans/plan.ts'
import type { Cells } from '../cells.ts'
import { readText } from '../read-text.ts'
import type { RecordFile } from '../record-file.ts'

const releases: readonly Release[] = ['public', 'officer']

/** Extracts write in_progress where the log says in-progress. */
const writtenStatuses = [...new Set(actionStatuses.flatMap((one) => [one.replaceAll('-', '_'), one]))]

/** actions.csv: what boards asked for. It adds actions that the log does not know, and changes none. */
export const actionsFile: RecordFile<Action> = {
  columns: {
    required: ['id', 'board', 'raised', 'action', 'owner_role', 'due', 'closed', 'status', 'link', 'carried'],
    optional: ['release', 'what_changed'],
  },
  read(cells, known) {
    const whatChanged = cells.text('what_changed')
    return {
      id: cells.needed('id'),
      board: cells.needed('board'),
      ...readDays(cells),
      action: readText(cells, 'action', cells.needed('action')),
      ownerRole: cells.needed('owner_role'),
      link: cells.known('link', [known.kpis, known.milestones], 'measure or milestone'),
      carried: cells.integer('carried', 0, 999) ?? 0,
      release: cells.choice('release', releases, 'officer'),
      whatChanged: whatChanged === null ? null : readText(cells, 'what_changed', whatChanged),
      version: 1,
      history: [],
    }
  },
  identify: ({ id }) => id,
}

/** Days that follow each other, and a day of closing where the status has one. */
function readDays(cells: Cells): Pick<Action, 'status' | 'raised' | 'due' | 'closed'> {
  const status = readStatus(cells)
  const raised = cells.neededDate('raised')
  const due = cells.neededDate('due')
  const closed = cells.date('closed')
  const fromRaised = `give a day from ${raised}`
  if (due && due < raised) cells.fault('due', `due ${due} is before the action was raised`, fromRaised)
  if (closed !== null && closed < raised) {
    cells.fault('closed', `closed ${closed} is before the action was raised`, fromRaised)
  }
  if (status === 'closed' && cells.text('closed') === null) {
    cells.fault('closed', 'the action is closed, and closed is empty', 'give the day on which it was closed')
  }
  if (closed !== null && status !== 'closed' && status !== 'superseded') {
    cells.fault(
      'closed',
      `closed is ${closed}, and status says that the action goes on`,
      'write closed or superseded in status, or leave closed empty',
    )
  }
  return { status, raised, due, closed }
}

function readStatus(cells: Cells): ActionStatus {
  const written = cells.choice('status', writtenStatuses).replaceAll('_', '-')
  return actionStatuses.find((status) => status === written) ?? 'open'
}
