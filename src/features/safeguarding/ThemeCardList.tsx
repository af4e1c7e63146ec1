import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../domain/measures/format.ts'
import type { Direction } from '../../domain/measures/measure.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { keepView } from '../../ui/keep-view.ts'
import { cardSize, layOutCard } from './card-layout.ts'
import styles from './ThemeCardList.module.css'
import type { ThemeCard, ThemeCards } from './theme-cards.ts'
import { verdictOf } from './theme-words.ts'

export interface ThemeCardListProps {
  model: ThemeCards
  kpi: { id: string; direction: Direction }
  dimension: string
  /** what the list holds, for whoever hears it */
  label: string
  /** leads from a type to its towns; none where there are no towns to ask of */
  onTowns?: (member: string) => void
}

/** Categories side by side on one scale, each with what its limits and its flags say. */
export function ThemeCardList({ model, kpi, dimension, label, onTowns }: ThemeCardListProps) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {model.cards.map((card) => (
        <li key={card.member}>
          <div className={styles.head}>
            <h3>
              <Link
                to="/kpis/$id"
                params={{ id: kpi.id }}
                search={(before: Record<string, string>) => ({
                  ...keepView(before),
                  dimension,
                  member: card.member,
                })}
              >
                {card.label}
              </Link>
            </h3>
            <span className={styles.latest}>{card.latest}</span>
          </div>
          <CardPicture card={card} model={model} />
          <CardWords card={card} kpi={kpi} dimension={dimension} />
          {onTowns && (
            <button
              type="button"
              className={`link-button screen-only ${styles.towns}`}
              onClick={() => onTowns(card.member)}
            >
              Which town?<span className="visually-hidden"> {card.label}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface CardWordsProps {
  card: ThemeCard
  kpi: { direction: Direction }
  dimension: string
}

function CardWords({ card, kpi, dimension }: CardWordsProps) {
  const verdict = verdictOf(card.analysis, kpi.direction)
  const flag = card.flags.find((one) => one.dimension === dimension) ?? card.flags[0]
  return (
    <div className={styles.words}>
      {card.analysis && (
        <IconWord icon={verdict.icon} tone={verdict.tone} size={16}>
          {verdict.words}
        </IconWord>
      )}
      {flag?.change && (
        <p className={styles.flag}>
          <strong>Flagged.</strong> {flag.change.sentence}
        </p>
      )}
    </div>
  )
}

function CardPicture({ card, model }: { card: ThemeCard; model: ThemeCards }) {
  const { width, height, left } = cardSize
  const { base, right, yOf, ranges, lines, lone, special, last } = layOutCard(card, model.scale.upper)
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={card.reading}>
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
      {special.map(({ key, path }) => (
        <path key={key} className={styles.special} d={path} />
      ))}
      {last && (
        <circle
          className={last.isProvisional ? styles.hollow : styles.dot}
          cx={last.x}
          cy={Math.min(last.y, base)}
          r={3.5}
        />
      )}
    </svg>
  )
}
