import { GapPicture } from '../../../charts/gap/GapPicture.tsx'
import styles from '../../../charts/gap/gap.module.css'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import { gapColumns, yearColumns } from '../../../domain/gaps/gap-columns.ts'
import type { GapModel } from '../../../domain/gaps/gap-model.ts'
import { gapNote } from '../../../domain/gaps/gap-note.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { NamedImage } from '../../../ui/NamedImage.tsx'
import { RecordTable } from '../../../ui/RecordTable.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { useLiveSearch } from '../live-search.ts'
import type { KpiSearch } from '../measure-search.ts'

export interface GapContentProps {
  model: GapModel
  dimension: Dimension
  isTable: boolean
  onSearch: (changes: Partial<KpiSearch>) => void
}

/** The finding, the gap of one group over time as a picture or a table, and the last year of every group. */
export function GapContent({ model, dimension, isTable, onSearch }: GapContentProps) {
  const { gaps, chosen, drawn, finding, chosenFinding, change } = model
  const { gap } = useLiveSearch()
  return (
    <>
      <p>
        {finding}. {change}
      </p>
      <Choice
        className={`${styles.choice} screen-only`}
        label={`${dimension.label} ${isTable ? 'in detail' : 'drawn'}`}
        all={null}
        value={gaps.some(({ member }) => member === gap) ? gap : chosen.member}
        options={gaps.map(({ member, label }) => [member, label])}
        onChoose={(member) => onSearch({ gap: member })}
      />
      {drawn ? (
        <>
          {!isTable && <Drawn drawn={drawn} label={chosen.label} finding={chosenFinding} />}
          <div className={isTable ? undefined : 'print-only'}>
            <RecordTable
              caption={`${chosen.label} beside everybody else, by year, newest first`}
              columns={yearColumns}
              rows={chosen.points.toReversed()}
              keyOf={({ period }) => period}
            />
          </div>
        </>
      ) : (
        <p className="note">{chosen.label}: too small, or too much withheld, to draw.</p>
      )}
      <RecordTable
        caption="Each group beside everybody else in the last year"
        columns={gapColumns}
        rows={gaps}
        keyOf={({ member }) => member}
      />
      <p className="note">{gapNote(model)}</p>
    </>
  )
}

const height = 240
const mostWidth = 704

interface DrawnProps {
  drawn: NonNullable<GapModel['drawn']>
  label: string
  /** of the group that is drawn, whichever leads */
  finding: string
}

function Drawn({ drawn, label, finding }: DrawnProps) {
  const [ref, width] = useWidth()
  const size = { width: Math.min(width ?? 0, mostWidth), height }
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {size.width > 0 && (
        <NamedImage
          className={styles.picture}
          width={size.width}
          height={height}
          name={`${label} less everybody else, over time. ${finding}. The table view has every year.`}
        >
          <GapPicture gap={drawn} label={label} size={size} />
        </NamedImage>
      )}
    </div>
  )
}
