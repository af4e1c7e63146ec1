import { formatPeriod } from '../../domain/periods/labels.ts'
import { lastMonthOf } from '../../domain/periods/period.ts'
import { periodIndexAt } from '../../domain/periods/period-at.ts'
import { useTimeCursor } from '../../stores/time-cursor.ts'
import { readAtPointer } from '../../ui/chart-pointer.ts'
import { MonthSlider } from '../../ui/MonthSlider.tsx'
import { cardSize, layOutCard } from './card-layout.ts'
import styles from './ThemeCardList.module.css'
import { figureInShort, figureInWords, type ThemeCard, type ThemeCards } from './theme-cards.ts'

export interface CardReadingProps {
  card: ThemeCard
  model: ThemeCards
}

/** The row of the month that the reader stands on; −1 in none, or in one that the pictures do not hold. */
function useActiveRow(periods: readonly string[]): number {
  return useTimeCursor(({ month }) => (month ? periodIndexAt(periods, month) : -1))
}

/** The figure of the month that is read, the latest at first. */
export function CardFigure({ card, model }: CardReadingProps) {
  const row = useActiveRow(model.periods)
  return <span className={styles.latest}>{row < 0 ? card.latest : figureInShort(card.points[row])}</span>
}

/** The same month on every picture, with its name on the axis; laid over a picture that is not drawn again. */
export function CardCursor({ card, model }: CardReadingProps) {
  const { width, height, left, top } = cardSize
  const row = useActiveRow(model.periods)
  const { base, xOf, yOf } = layOutCard(card, model.scale.upper)
  const value = card.points[row]?.value ?? null
  const half = 34
  const x = xOf(row)
  const middle = Math.min(Math.max(x, half), width - half)
  return (
    <svg className={styles.cursor} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {row >= 0 && (
        <>
          <path className={styles.cursorRule} d={`M${x} ${top - 4}V${base}`} />
          {/* the ends of the axis give way to the month that is read */}
          <rect className={styles.cursorPlate} x={left} y={base + 2} width={width - left} height={20} />
          <text className={styles.cursorName} x={middle} y={height - 4} textAnchor="middle">
            {formatPeriod(model.periods[row] ?? '')}
          </text>
          {value !== null && <circle className={styles.cursorRing} cx={x} cy={yOf(value)} r={6} />}
        </>
      )}
    </svg>
  )
}

/** Reads the pictures where a mouse or a finger is. */
export function pointerOver(periods: readonly string[]) {
  const { point, leave } = useTimeCursor.getState()
  const { width, left, right } = cardSize
  return readAtPointer((share) => {
    const along = (share * width - left) / (width - left - right)
    const row = Math.round(along * (periods.length - 1))
    const period = periods[Math.min(Math.max(row, 0), periods.length - 1)]
    if (period) point(lastMonthOf(period))
  }, leave)
}

/** The pictures by the keyboard: every figure of a month in one sentence. */
export function CardSlider({ model, label }: { model: ThemeCards; label: string }) {
  const { periods, cards } = model
  const row = useActiveRow(periods)
  const { point, leave } = useTimeCursor.getState()
  const active = row < 0 ? periods.length - 1 : row
  const months = periods.map(formatPeriod)
  const figures = cards.map(({ label: name, points }) => `${name} ${figureInWords(points[active])}`)
  return (
    <div className={styles.slider}>
      <MonthSlider
        label={label}
        months={months}
        active={active}
        reading={`${months[active] ?? ''}: ${figures.join('; ')}`}
        onMove={(index) => {
          const period = periods[index]
          if (period) point(lastMonthOf(period))
        }}
        onLeave={leave}
      />
    </div>
  )
}
