import type { PictureSize } from '../../../domain/exhibits/exhibit.ts'
import { PictureGrid } from '../../../ui/PictureGrid.tsx'
import { CardMarks } from '../CardMarks.tsx'
import { cardSize } from '../card-layout.ts'
import styles from '../ThemeCardList.module.css'
import type { ThemeCards } from '../theme-cards.ts'

/** Categories side by side on one scale, as many as the room holds, the first of the page's order first. */
export function ThemePicture({ model, size }: { model: ThemeCards; size: PictureSize }) {
  return (
    <PictureGrid
      pictures={model.cards.map((card) => ({
        id: card.member,
        label: card.label,
        latest: card.latest,
        marks: <CardMarks card={card} model={model} />,
      }))}
      picture={cardSize}
      size={size}
      nameClass={styles.pictureName}
      noteClass={styles.label}
    />
  )
}
