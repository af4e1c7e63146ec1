import type { ActionsReply } from '../../api/actions.ts'
import { noteExport } from '../../api/exports.ts'
import { previewBase } from '../../api/preview.ts'
import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { writeRecords, writeRecordsAbout } from '../../domain/exports/write-records.ts'
import { countOf } from '../../domain/measures/format.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { ActionTable, type ActionTableProps } from './ActionTable.tsx'
import { actionColumns } from './action-columns.ts'
import type { ActionRow } from './action-rows.ts'
import { writeAsOf } from './actions-finding.ts'
import { type ActionsSearch, nothingChosen } from './actions-search.ts'
import { Filters } from './Filters.tsx'
import { groupActions, selectActions } from './select-actions.ts'

export interface ActionListProps {
  rows: readonly ActionRow[]
  log: Omit<ActionsReply, 'actions'>
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: ActionsSearch
  onSearch: (changes: Partial<ActionsSearch>) => void
  /** the figures beside the actions could not be read */
  seriesFailed: boolean
  controls?: ActionTableProps['controls']
}

/** The actions that were asked for, by board or as one list, and their file. */
export function ActionList(props: ActionListProps) {
  const { rows, log, view, edition, organisation, search, onSearch, seriesFailed } = props
  if (rows.length === 0) {
    return (
      <EmptyState
        title="There is no action to show"
        detail={
          view.audience === 'exact'
            ? 'Nothing has been recorded yet.'
            : 'No action has been published to the panel.'
        }
      />
    )
  }
  const shown = selectActions(rows, search)
  const state = log.edition === null ? log.asOf : `edition-${log.edition}`
  const fileName = `actions-${state}-${view.audience}`
  const title = `Actions. ${writeAsOf(log)}`
  const download = () => {
    downloadText(`${fileName}.csv`, writeRecords(actionColumns, shown))
    if (view.audience === 'exact') noteExport({ form: 'csv' })
  }
  const downloadAbout = () =>
    downloadText(
      `${fileName}.about.csv`,
      writeRecordsAbout({ title, edition, organisation, audience: view.audience }),
    )
  return (
    <section className="section" aria-labelledby="list">
      <div className="section-head">
        <h2 className="heading-2" id="list">
          {search.group === 'none' ? 'Actions' : 'Actions by board'}
        </h2>
        <p aria-live="polite" aria-atomic="true">
          {shown.length === rows.length
            ? countOf(rows.length, 'action')
            : `${shown.length} of ${countOf(rows.length, 'action')} shown`}
        </p>
      </div>
      <Filters rows={rows} search={search} onSearch={onSearch}>
        {log.edition === null ? (
          !previewBase() && (
            <>
              <button type="button" className="button" onClick={download}>
                Download CSV
              </button>
              <button type="button" className="button" onClick={downloadAbout}>
                About the CSV
              </button>
            </>
          )
        ) : (
          <TakeAway
            exhibit={{ kind: 'actions', kpi: null, search: definedOf(search) }}
            title="Actions"
            isShown={shown.length > 0}
          />
        )}
      </Filters>
      <div id="misdirected" tabIndex={-1}>
        <Misdirected {...props} shown={shown} />
      </div>
      {shown.length > 0 ? (
        <ActionTable
          groups={groupActions(shown, search.group)}
          pointed={search.action}
          controls={props.controls}
        />
      ) : (
        <EmptyState title="No action matches" detail="Every action is left out by what was chosen.">
          <button type="button" className="button" onClick={() => onSearch(nothingChosen)}>
            Show all actions
          </button>
        </EmptyState>
      )}
      <p className="note">
        A measure before and after is shown as fact: its middle figure in the twelve months, or periods,
        before the action was raised, and since. Other things happen in the same months, so a difference does
        not show that the action made it.
        {seriesFailed && ' The figures could not be read just now, so none is shown.'}
      </p>
    </section>
  )
}

/** Says where the action is that the address points at, when it is not in the list. */
function Misdirected({
  rows,
  log,
  search,
  shown,
  onSearch,
}: ActionListProps & { shown: readonly ActionRow[] }) {
  const wanted = search.action
  if (wanted === undefined || shown.some(({ id }) => id === wanted)) return null
  if (rows.some(({ id }) => id === wanted)) {
    return (
      <Notice>
        <span>Action {wanted} is left out by what was chosen.</span>
        <button type="button" className="link-button" onClick={() => onSearch(nothingChosen)}>
          Show all actions
        </button>
      </Notice>
    )
  }
  return (
    <Notice>
      <span>
        There is no action {wanted} {log.edition === null ? 'in the log' : `in edition ${log.edition}`}.
      </span>
      {log.edition !== null && log.audience === 'exact' && (
        <button type="button" className="link-button" onClick={() => onSearch({ log: 'live' })}>
          Look in today’s log
        </button>
      )}
    </Notice>
  )
}
