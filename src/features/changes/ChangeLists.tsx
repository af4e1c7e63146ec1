import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { type RecordsAbout, writeRecords } from '../../domain/exports/write-records.ts'
import { countOf } from '../../domain/measures/format.ts'
import { downloadText } from '../../ui/download-text.ts'
import { RecordSection } from '../../ui/RecordSection.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import type { ChangesModel } from './changes-model.ts'
import {
  milestoneColumns,
  newestColumns,
  newFigureColumns,
  receiptColumns,
  recordColumns,
  restatedColumns,
  settledColumns,
} from './columns.tsx'
import { newestRows } from './figure-rows.ts'

export interface ChangeListsProps {
  changes: EditionChanges
  model: ChangesModel
  about: Omit<RecordsAbout, 'title'>
  /** compares with another edition */
  onFrom: (from: string) => void
}

/** Each kind of change under its own heading; where there is none, that is said. */
export function ChangeLists({ changes, model, about, onFrom }: ChangeListsProps) {
  const since = `since edition ${changes.from}`
  const isRounded = about.audience === 'protected'
  const rounded = isRounded
    ? 'Figures are rounded, so a difference may look larger or smaller than it is.'
    : ''
  const newest = newestRows(model.newFigures)
  const download = <Row,>(
    id: string,
    title: string,
    columns: readonly RecordColumn<Row>[],
    rows: readonly Row[],
  ) =>
    downloadText(
      `changes-${id}-edition-${changes.to}-since-${changes.from}-${about.audience}.csv`,
      writeRecords({ ...about, title: `${title}, ${since}` }, columns, rows),
    )
  const list = <Row extends { key: string }>(
    id: string,
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
    onDownload: () => download(id, title, columns, rows),
  })
  return (
    <>
      <RecordSection
        {...list('restated', 'Restated figures', restatedColumns, model.restated)}
        count={countOf(model.restated.length, 'final figure')}
        note={isRounded && 'A restatement that rounding hides is not listed.'}
        empty={<NothingRestated changes={changes} onFrom={onFrom} />}
      />
      <RecordSection
        {...list('milestones', 'Milestones', milestoneColumns, model.milestones)}
        count={`${countOf(model.milestones.length, 'milestone')} changed`}
        note="A milestone is red when it is overdue, when its date has slipped by more than 20 working days, or when it has moved a third time."
        empty="No milestone moved, was completed or changed its status."
      />
      <RecordSection
        {...list('receipts', 'Overdue figures', receiptColumns, model.receipts)}
        count={countOf(model.receipts.length, 'measure')}
        empty="No measure became overdue, and no overdue figure came."
      />
      <RecordSection
        {...list(
          'new',
          'New figures',
          newestColumns(newest.some(({ earlier }) => earlier.length > 0)),
          newest,
        )}
        onDownload={() => download('new', 'New figures', newFigureColumns, model.newFigures)}
        count={countOf(model.newFigures.length, 'figure')}
        empty="No new figure came."
      />
      <RecordSection
        {...list('settled', 'Provisional figures that changed', settledColumns, model.settled)}
        count={countOf(model.settled.length, 'figure')}
        note={[unchangedWords(model.settledUnchanged), rounded].filter(Boolean).join(' ')}
        empty="No provisional figure changed."
      />
      <RecordSection
        {...list('records', 'Targets, plans and definitions', recordColumns, model.records)}
        count={countOf(model.records.length, 'change')}
        empty="No target, planned value, recorded change or definition is other than it was."
      />
    </>
  )
}

function unchangedWords(count: number): string {
  if (count === 0) return ''
  return `${countOf(count, 'more figure')} became final as ${count === 1 ? 'it was' : 'they were'}.`
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
