import type { LoadComparison } from '../../../api/loads.ts'
import { borough } from '../../../domain/measures/measure.ts'
import type { RecordColumn } from '../../../ui/RecordTable.tsx'
import { OldAndNew } from './OldAndNew.tsx'

type Measure = LoadComparison['measures'][number]
type Restated = LoadComparison['restated'][number]
type Verdict = LoadComparison['verdicts'][number]

export const verdictColumns: readonly RecordColumn<Verdict>[] = [
  { head: 'Measure', width: 1.4, text: ({ name }) => name },
  { head: 'Now', width: 2, text: ({ before }) => before },
  {
    head: 'Would become',
    width: 2,
    text: ({ after }) => after,
    shown: ({ after }) => <strong>{after}</strong>,
  },
]

export const restatedColumns: readonly RecordColumn<Restated>[] = [
  { head: 'Figure', width: 2, text: figureWords },
  { head: 'Period', text: ({ observedAt }) => observedAt },
  {
    head: 'Now',
    isNumber: true,
    text: ({ before, wasProvisional }) => `${wasProvisional ? '[p] ' : ''}${before}`,
  },
  {
    head: 'Would be',
    isNumber: true,
    text: ({ after }) => after,
    shown: ({ after }) => <strong>{after}</strong>,
  },
  {
    head: 'Its series, old and new',
    width: 1.6,
    text: () => null,
    shown: ({ history, period }) => <OldAndNew history={history} period={period} />,
  },
]

function figureWords({ name, dimension, member }: Restated): string {
  return dimension === borough.dimension ? name : `${name}: ${member} (${dimension})`
}

/** Columns of which every row would say nought are left out. */
export function measureColumns(measures: readonly Measure[]): RecordColumn<Measure>[] {
  const numbers: [head: string, of: (row: Measure) => number][] = [
    ['New', ({ newFigures }) => newFigures],
    ['New, withheld', ({ newWithheld }) => newWithheld],
    ['Replaced or settled', ({ replaced }) => replaced],
    ['No longer shown', ({ nowWithheld }) => nowWithheld],
    ['Newly shown', ({ newlyShown }) => newlyShown],
    ['Gone missing', ({ vanished }) => vanished],
  ]
  return [
    { head: 'Measure', width: 3, text: ({ name }) => name },
    ...numbers
      .filter(([, of]) => measures.some((row) => of(row) > 0))
      .map(([head, of]) => ({
        head,
        isNumber: true,
        text: of,
        shown: (row: Measure) => of(row).toLocaleString('en-GB'),
      })),
  ]
}
