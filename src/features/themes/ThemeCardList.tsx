import { Link } from '@tanstack/react-router'
import type { Direction } from '../../domain/measures/measure.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { NamedImage } from '../../ui/NamedImage.tsx'
import { CardMarks } from './CardMarks.tsx'
import { CardCursor, CardFigure, CardSlider, pointerOver } from './CardReading.tsx'
import { cardSize } from './card-layout.ts'
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
    <>
      <CardSlider model={model} label="Every picture is read at" />
      <ul className={styles.cards} aria-label={label}>
        {model.cards.map((card) => (
          <li key={card.member}>
            <div className={styles.head}>
              <h3>
                <Link to="/kpis/$id" params={{ id: kpi.id }} search={{ dimension, member: card.member }}>
                  {card.label}
                </Link>
              </h3>
              <CardFigure card={card} model={model} />
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
    </>
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
  const { width, height } = cardSize
  return (
    <div className={styles.pointed} {...pointerOver(model.periods)}>
      <NamedImage className={styles.picture} viewBox={`0 0 ${width} ${height}`} name={card.reading}>
        <CardMarks card={card} model={model} />
      </NamedImage>
      <CardCursor card={card} model={model} />
    </div>
  )
}
