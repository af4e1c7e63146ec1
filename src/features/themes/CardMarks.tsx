import { formatNumber } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { cardSize, layOutCard } from './card-layout.ts'
import styles from './ThemeCardList.module.css'
import type { ThemeCard, ThemeCards } from './theme-cards.ts'

/** One category's picture: usual range, axis, line, points that stand out, the latest figure. */
export function CardMarks({ card, model }: { card: ThemeCard; model: ThemeCards }) {
  const { height, left } = cardSize
  const { base, right, yOf, ranges, lines, lone, special, last } = layOutCard(card, model.scale.upper)
  return (
    <>
      {ranges.map((range) => (
        <g key={range.key}>
          <rect
            className={styles.range}
            x={range.x}
            y={range.upper}
            width={range.width}
            height={range.lower - range.upper}
          />
          <path
            className={styles.limit}
            d={`M${range.x} ${range.upper}h${range.width}M${range.x} ${range.lower}h${range.width}`}
          />
          <path className={styles.mean} d={`M${range.x} ${range.mean}h${range.width}`} />
        </g>
      ))}
      {model.scale.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? styles.axis : styles.grid} d={`M${left} ${yOf(tick)}H${right}`} />
          <text className={styles.label} x={left - 6} y={yOf(tick) + 4} textAnchor="end">
            {formatNumber(tick, 0)}
          </text>
        </g>
      ))}
      <text className={styles.label} x={left} y={height - 4}>
        {formatPeriod(model.periods[0] ?? '')}
      </text>
      <text className={styles.label} x={right + 8} y={height - 4} textAnchor="end">
        {formatPeriod(model.periods.at(-1) ?? '')}
      </text>
      {lines.map((line) => (
        <path key={line} className={styles.line} d={line} />
      ))}
      {lone.map(({ x, y }) => (
        <circle key={x} className={styles.dot} cx={x} cy={y} r={1.6} />
      ))}
      {special.map(({ key, path, isProvisional }) => (
        <path key={key} className={isProvisional ? styles.hollowSpecial : styles.special} d={path} />
      ))}
      {last && (
        <circle
          className={last.isProvisional ? styles.hollow : styles.dot}
          cx={last.x}
          cy={Math.min(last.y, base)}
          r={3.5}
        />
      )}
    </>
  )
}
