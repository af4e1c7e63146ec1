import { formatPeriod } from '../../domain/periods/labels.ts'
import { useTimeCursor } from '../../stores/time-cursor.ts'
import { readAtPointer } from '../../ui/chart-pointer.ts'
import { MonthSlider } from '../../ui/MonthSlider.tsx'
import styles from './RelatedMeasures.module.css'
import type { RelatedModel, RelatedRow } from './related-rows.ts'

interface RelatedReadingProps {
  row: RelatedRow
  model: RelatedModel
}

function useActiveReading({ row, model }: RelatedReadingProps) {
  const place = useTimeCursor(({ month }) => (month ? model.periods.indexOf(month) : -1))
  return row.readings[place] ?? null
}

/** The figure of the month that is read, the latest at first. */
export function RelatedReading(props: RelatedReadingProps) {
  const { figure, at } = useActiveReading(props) ?? { figure: props.row.latest, at: props.row.at }
  return (
    <p>
      <strong className="figures">{figure}</strong> {at}
    </p>
  )
}

export function RelatedCursor(props: RelatedReadingProps) {
  const reading = useActiveReading(props)
  if (!reading) return null
  return (
    <>
      <span className={styles.cursor} style={{ left: `${reading.x}%` }} />
      {reading.y !== null && (
        <span className={styles.ring} style={{ left: `${reading.x}%`, bottom: `${reading.y}%` }} />
      )}
    </>
  )
}

/** Reads every row where a mouse or a finger is. */
export function pointerOver({ periods }: RelatedModel) {
  const { point, leave } = useTimeCursor.getState()
  return readAtPointer((share) => {
    const place = Math.round(share * (periods.length - 1))
    const period = periods[Math.min(Math.max(place, 0), periods.length - 1)]
    if (period) point(period)
  }, leave)
}

/** Every row by the keyboard. */
export function RelatedSlider({ model: { rows, periods } }: { model: RelatedModel }) {
  const { point, leave } = useTimeCursor.getState()
  const place = useTimeCursor(({ month }) => (month ? periods.indexOf(month) : -1))
  const active = place < 0 ? periods.length - 1 : place
  const figures = rows.map(({ name, readings }) => `${name}, ${spoken(readings[active]?.figure ?? '[x]')}`)
  return (
    <div className={styles.slider}>
      <MonthSlider
        label="Every measure is read at"
        months={periods.map(formatPeriod)}
        active={active}
        reading={`${formatPeriod(periods[active] ?? '')}: ${figures.join('; ')}`}
        onMove={(index) => {
          const period = periods[index]
          if (period) point(period)
        }}
        onLeave={leave}
      />
    </div>
  )
}

/** Brackets are read out as they stand: words instead. */
function spoken(figure: string): string {
  return figure.replace(' [p]', ', provisional').replace('[c]', 'withheld').replace('[x]', 'missing')
}
