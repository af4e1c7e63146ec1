import type { QueryClient } from '@tanstack/react-query'
import { actionsQuery } from '../../../api/actions.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { overviewQuery } from '../../../api/overview.ts'
import { planQuery } from '../../../api/plan.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { findingOfChosen, findingOfRows } from '../../../domain/exhibits/finding-of-chosen.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { actionMarks } from '../../../ui/action-marks.ts'
import { actionColumns } from '../action-columns.ts'
import { type ActionRow, buildActionRows } from '../action-rows.ts'
import { writeActionsFinding, writeAsOf } from '../actions-finding.ts'
import { type ActionsSearch, isFiltered, type StatusChoice } from '../actions-search.ts'
import { selectActions } from '../select-actions.ts'

/** Heads of the file's columns that do not fit on a slide. */
const extraOfActions = [
  'Id',
  'Board',
  'Raised',
  'Overdue',
  'Closed',
  'Times carried over',
  'Measure',
  'Milestone',
  'Measure before and after',
]

/** What boards asked for, as the log stood when the edition was published: the log of today is no edition's. */
export async function loadActions(
  search: ActionsSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { edition, audience, organisation } = origin
  const view = { edition: edition.number, audience }
  const [log, { kpis }, { milestones }, overview] = await Promise.all([
    queries.ensureQueryData(actionsQuery(view)),
    queries.ensureQueryData(kpisQuery(view)),
    queries.ensureQueryData(planQuery(view)),
    queries.ensureQueryData(overviewQuery(view)),
  ])
  const rows = buildActionRows({
    actions: log.actions,
    asOf: log.asOf,
    audience,
    timezone: organisation.timezone,
    kpis,
    milestones,
    series: new Map(overview.kpis.map((row) => [row.id, row])),
  })
  const shown = selectActions(rows, search)
  const overdue = shown.filter(({ isOverdue }) => isOverdue)
  return tableExhibit({
    origin,
    name: 'Actions',
    finding: findingOfChosen(
      chosenInWords(search, shown),
      findingOfRows(
        { shown: shown.length, all: rows.length, noun: 'action' },
        Boolean(search.status || search.overdue),
        () => writeActionsFinding(shown, false),
      ),
    ),
    scope: isFiltered(search) ? `${shown.length} of ${countOf(rows.length, 'action')} shown` : '',
    facts: [
      { figure: String(shown.filter(({ isUnsettled }) => isUnsettled).length), words: 'still to be settled' },
      { figure: String(overdue.length), words: 'overdue' },
    ],
    notes: [writeAsOf(log)],
    questions: overdue
      .slice(0, 2)
      .map(({ action }) => `“${action.action}” is overdue: what is in its way, and what is the new date?`),
    tables: [recordTable('Actions', actionColumns, shown, extraOfActions)],
    fileStem: 'actions',
    address,
  })
}

/** What the address chooses of the log. */
function chosenInWords(search: ActionsSearch, shown: readonly ActionRow[]): (string | undefined)[] {
  const { board, owner, status, overdue, carried, linked, kpi } = search
  return [
    board,
    owner,
    status && statusName(status).toLowerCase(),
    overdue && 'overdue',
    carried && 'carried over before',
    linked && 'linked to no measure',
    kpi && (shown.find(({ measure }) => measure?.id === kpi)?.measure?.name ?? kpi),
  ]
}

function statusName(status: StatusChoice): string {
  return status === 'unsettled' ? 'Still to be settled' : actionMarks[status].word
}
