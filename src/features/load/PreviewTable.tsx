import type { Load } from '../../api/loads.ts'
import { RecordTable } from '../../ui/RecordTable.tsx'

type Preview = Load['preview'][number]

export interface PreviewTableProps {
  previews: readonly Preview[]
  isPublished: boolean
}

const audienceWords = { exact: 'Officers', protected: 'The panel and the public' } as const

/** How much changes for whom. */
export function PreviewTable({ previews, isPublished }: PreviewTableProps) {
  const title = isPublished ? 'What it changed' : 'What it would change'
  return (
    <section className="section" aria-labelledby="preview">
      <div className="section-head">
        <h2 className="heading-2" id="preview">
          {title}
        </h2>
      </div>
      <RecordTable
        caption={`${title}, for each audience`}
        columns={previews.some(({ removedFigures }) => removedFigures) ? withRemoved : columns}
        rows={previews}
        keyOf={(row) => row.audience}
      />
    </section>
  )
}

const columns = [
  { head: 'For', width: 2, text: ({ audience }: Preview) => audienceWords[audience] },
  number('New figures', ({ newFigures }) => newFigures),
  number('Replaced', ({ restatedFigures }) => restatedFigures),
  number('As they were', ({ unchangedFigures }) => unchangedFigures),
  number('Withheld', ({ suppressedFigures }) => suppressedFigures),
  number('Definitions', ({ definitions }) => definitions),
  number('Plan, actions, comments', ({ planItems }) => planItems),
]

const withRemoved = columns.toSpliced(
  3,
  0,
  number('Taken out', ({ removedFigures = 0 }) => removedFigures),
)

function number(head: string, of: (row: Preview) => number) {
  return { head, isNumber: true, text: of, shown: (row: Preview) => of(row).toLocaleString('en-GB') }
}
