import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import type { Audience } from '../../domain/editions/publication.ts'
import { definedOf } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import { RecordSection } from '../../exhibits/RecordSection.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import { actionColumns } from './action-columns.tsx'
import type { ChangesModel } from './changes-model.ts'
import type { ChangeListId, ChangesSearch } from './changes-search.ts'
import {
  milestoneColumns,
  newestColumns,
  receiptColumns,
  recordColumns,
  restatedColumns,
  settledColumns,
} from './columns.tsx'
import { countFigures, newestRows } from './figure-rows.ts'
import { clearedSignalColumns, newSignalColumns } from './signal-columns.tsx'

export interface ChangeListsProps {
  changes: EditionChanges
  /** the edition that it is compared with */
  from: number
  model: ChangesModel
  audience: Audience
  search: ChangesSearch
  /** compares with another edition */
  onFrom: (from: string) => void
}

const nothingTested = 'This data service tests no series for recent change.'

/** Each kind of change under its own heading; where there is none, that is said. */
export function ChangeLists({ changes, from, model, audience, search, onFrom }: ChangeListsProps) {
  const since = `since edition ${from}`
  const isRounded = audience === 'protected'
  const rounded = isRounded
    ? 'Figures are rounded, so a difference may look larger or smaller than it is.'
    : ''
  const newSignals = model.newSignals ?? []
  const restated = countFigures(model.restated)
  const newest = newestRows(model.newFigures)
  const list = <Row extends { key: string }>(
    id: ChangeListId,
    title: string,
    columns: readonly RecordColumn<Row>[],
    rows: readonly Row[],
  ) => ({
    id,
    title,
    columns,
    rows,
    caption: `${title}, ${since}`,
    keyOf: (row: Row) => row.key,
    exhibit: {
      kind: 'changes' as const,
      kpi: null,
      search: { ...definedOf(search), from: String(from), list: id },
    },
  })
  const sections = [
    <RecordSection
      key="restated"
      {...list('restated', 'Restated figures', restatedColumns, model.restated)}
      count={`${countOf(model.restated.length, 'row')}: ${countOf(restated.figures, 'final figure')} of ${countOf(restated.measures, 'measure')}`}
      note={isRounded && 'A restatement that rounding hides is not listed.'}
      empty={<NothingRestated changes={changes} onFrom={onFrom} />}
    />,
    <RecordSection
      key="milestones"
      {...list('milestones', 'Milestones', milestoneColumns, model.milestones)}
      count={`${countOf(model.milestones.length, 'milestone')} changed`}
      marks="A milestone that is not done is red when it is overdue, when its date has slipped by more than 20 working days, when it has moved a third time, or when it is reported as needing a decision."
      empty="No milestone moved, was completed or changed its status."
    />,
    <RecordSection
      key="signals"
      {...list('signals', 'New signals', newSignalColumns(newSignals, from), newSignals)}
      count={`${countOf(newSignals.length, 'series', 'series')} newly flagged`}
      note={changes.signals && <SignalNotes standing={changes.signals.standing} isRounded={isRounded} />}
      empty={model.newSignals ? 'No series is newly flagged.' : nothingTested}
    />,
    <RecordSection
      key="cleared"
      {...list('cleared', 'Signals no longer flagged', clearedSignalColumns(from), model.clearedSignals)}
      count={countOf(model.clearedSignals.length, 'series', 'series')}
      note={
        model.clearedSignals.length > 0 &&
        'That a change is no longer flagged does not say that it went back: it may have lasted so long that it is no longer recent, or be too weak to tell from chance.'
      }
      empty={model.newSignals ? 'No series lost its flag.' : nothingTested}
    />,
    <RecordSection
      key="actions"
      {...list('actions', 'Actions', actionColumns, model.actions)}
      count={`${countOf(model.actions.length, 'action')} changed`}
      note={isRounded && 'Actions for officers only are not listed.'}
      empty="No action was raised, closed, carried over or became overdue."
    />,
    <RecordSection
      key="receipts"
      {...list('receipts', 'Overdue figures', receiptColumns, model.receipts)}
      count={countOf(model.receipts.length, 'measure')}
      empty="No measure became overdue, and no overdue figure came."
    />,
    <RecordSection
      key="new"
      {...list('new', 'New figures', newestColumns(newest.some(({ earlier }) => earlier.length > 0)), newest)}
      count={`${countOf(newest.length, 'measure')} with new figures`}
      empty="No new figure came."
    />,
    <RecordSection
      key="settled"
      {...list('settled', 'Provisional figures that changed', settledColumns, model.settled)}
      count={countOf(model.settled.length, 'figure')}
      note={[unchangedWords(model.settledUnchanged), notListed(model.settledFurther), rounded]
        .filter(Boolean)
        .join(' ')}
      empty="No provisional figure changed."
    />,
    <RecordSection
      key="records"
      {...list('records', 'Targets, plans and definitions', recordColumns, model.records)}
      count={countOf(model.records.length, 'change')}
      empty="No target, planned value, recorded change or definition is other than it was."
    />,
  ]
  return emptyLast(sections)
}

/** What has changed comes first, in its order; a list that holds nothing says so after all that do. */
function emptyLast(sections: readonly ReactElement<{ rows: readonly unknown[] }>[]) {
  const [held, empty] = [true, false].map((isHeld) =>
    sections.filter(({ props }) => props.rows.length > 0 === isHeld),
  )
  return [held, empty].flat()
}

interface SignalNotesProps {
  standing: number
  isRounded: boolean
}

/** What stands in both editions is on the page that ranks all of it. */
function SignalNotes({ standing, isRounded }: SignalNotesProps) {
  return (
    <>
      {standing > 0 &&
        `Over all themes, ${countOf(standing, 'series is', 'series are')} flagged in both editions for the same change. `}
      <Link to="/emerging">Everything that is flagged now</Link>
      {isRounded && '. Judged by the figures received; those shown are rounded.'}
    </>
  )
}

function unchangedWords(count: number): string {
  if (count === 0) return ''
  return `${countOf(count, 'more figure')} became final as ${count === 1 ? 'it was' : 'they were'}.`
}

function notListed(further: number): string {
  if (further === 0) return ''
  return `Not listed: ${countOf(further, 'figure')} of breakdowns or other places that became final or changed.`
}

/** The last restatement may lie before what is compared: it is one press away. */
function NothingRestated({ changes, onFrom }: Pick<ChangeListsProps, 'changes' | 'onFrom'>) {
  const { restatedBefore } = changes
  return (
    <>
      No final figure was restated since edition {changes.from}.{' '}
      {restatedBefore !== null && restatedBefore > 1 && (
        <>
          The last was in edition {restatedBefore}.{' '}
          <button type="button" className="link-button" onClick={() => onFrom(String(restatedBefore - 1))}>
            Compare with edition {restatedBefore - 1}
          </button>
        </>
      )}
    </>
  )
}
