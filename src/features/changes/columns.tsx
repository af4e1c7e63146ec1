import { Icon } from '../../ui/Icon.tsx'
import { IconWord } from '../../ui/IconWord.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import styles from './ChangesPage.module.css'
import type { FigureRow, NewFigureRow, RestatedRow } from './figure-rows.ts'
import { Lines } from './Lines.tsx'
import { MeasureCell } from './MeasureCell.tsx'
import type { MilestoneRow } from './milestone-rows.ts'
import type { ReceiptRow } from './receipt-rows.ts'
import type { RecordRow } from './record-rows.ts'

/** How each list is laid out, on the screen and in its file alike. */

const measure: RecordColumn<FigureRow> = {
  head: 'Measure',
  text: ({ name, part, further }) => [part ? `${name}: ${part}` : name, further].filter(Boolean).join(', '),
  shown: ({ kpi, name, part, further }) => <MeasureCell kpi={kpi} name={name} below={[part, further]} />,
  width: 2.5,
}
const observedAt: RecordColumn<FigureRow> = { head: 'Period', text: (row) => row.observedAt }
const difference: RecordColumn<FigureRow> = {
  head: 'Difference',
  text: (row) => row.numbers.difference ?? row.difference,
  shown: (row) => row.difference,
  isNumber: true,
}
/** A number in the file, with its unit on the screen. */
const before = (head: string): RecordColumn<FigureRow> => ({
  head,
  text: (row) => row.numbers.before ?? row.before,
  shown: (row) => row.before,
  isNumber: true,
})
const after = (head: string): RecordColumn<FigureRow> => ({
  head,
  text: (row) => row.numbers.after ?? row.after,
  shown: (row) => row.after,
  isNumber: true,
})
const status: RecordColumn<FigureRow> = { head: 'Status', text: (row) => row.status, width: 1.25 }

export const restatedColumns: readonly RecordColumn<RestatedRow>[] = [
  measure,
  observedAt,
  before('Was'),
  after('Is now'),
  difference,
  { head: 'In edition', text: (row) => row.edition, width: 0.75, isNumber: true },
  { head: 'Reason', text: (row) => row.reason, width: 3.5 },
]

export const newFigureColumns: readonly RecordColumn<FigureRow>[] = [
  measure,
  observedAt,
  after('Figure'),
  status,
]

/** Earlier figures have a column only where there are any. */
export function newestColumns(hasEarlier: boolean): readonly RecordColumn<NewFigureRow>[] {
  const earlier: RecordColumn<NewFigureRow> = {
    head: 'Earlier new figures',
    text: (row) => row.earlier.join('; '),
    shown: (row) => (row.earlier.length > 0 ? <Lines lines={row.earlier} /> : null),
    width: 2,
  }
  return hasEarlier ? [...newFigureColumns, earlier] : newFigureColumns
}

export const settledColumns: readonly RecordColumn<FigureRow>[] = [
  measure,
  observedAt,
  before('Was'),
  after('Is now'),
  difference,
  status,
]

export const milestoneColumns: readonly RecordColumn<MilestoneRow>[] = [
  {
    head: 'Milestone',
    text: ({ key, title }) => `${key} ${title}`,
    shown: ({ key, title, kpi, owner }) => (
      <MeasureCell kpi={kpi} name={title} below={[`${key}, ${owner}`]} />
    ),
    width: 2,
  },
  {
    head: 'What changed',
    text: ({ happened }) => happened.join('; '),
    shown: ({ happened }) => <Lines lines={happened} />,
    width: 1.75,
  },
  {
    head: 'Date',
    text: ({ dates, slip }) => [dates, slip].filter(Boolean).join(', '),
    shown: ({ dates, slip }) => (
      <>
        {dates}
        {slip && <span className={styles.sub}>{slip}</span>}
      </>
    ),
    width: 1.75,
  },
  {
    head: 'Status now',
    text: ({ status: word, rule }) => [word, rule].filter(Boolean).join(': '),
    shown: ({ mark, status: word, rule }) => (
      <>
        {mark === null ? (
          word
        ) : (
          <IconWord icon={mark.shape} tone={mark.colour}>
            {word}
          </IconWord>
        )}
        {rule && <span className={styles.sub}>{rule}</span>}
      </>
    ),
    width: 2,
  },
  {
    head: 'Reason and approval',
    text: ({ reasons }) => reasons.join(' ') || null,
    shown: ({ reasons }) => (reasons.length ? <Lines lines={reasons} /> : null),
    width: 3,
  },
]

export const receiptColumns: readonly RecordColumn<ReceiptRow>[] = [
  {
    head: 'Measure',
    text: ({ name }) => name,
    shown: ({ kpi, name }) => <MeasureCell kpi={kpi} name={name} />,
    width: 2.5,
  },
  {
    head: 'What changed',
    text: ({ what }) => what,
    shown: ({ what, isOverdue }) => (
      <span className="icon-word">
        {isOverdue && <Icon name="overdue" className="tone-late" />}
        <span>{what}</span>
      </span>
    ),
    width: 3,
  },
  { head: 'Period', text: ({ period }) => period },
  { head: 'Due', text: ({ due }) => due },
  { head: 'Read', text: ({ received }) => received },
]

export const recordColumns: readonly RecordColumn<RecordRow>[] = [
  {
    head: 'Measure',
    text: ({ name }) => name,
    shown: ({ kpi, name }) => <MeasureCell kpi={kpi} name={name} />,
    width: 2,
  },
  { head: 'What changed', text: ({ what }) => what, width: 2 },
  { head: 'Before', text: ({ before }) => before, width: 2 },
  { head: 'Now', text: ({ after }) => after, width: 3 },
]
