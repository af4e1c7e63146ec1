import type { PictureSize } from '../../domain/exhibits/exhibit.ts'
import type { SmallMultiplesModel } from '../../domain/trends/parts/small-multiples.ts'
import { PictureGrid } from '../../ui/PictureGrid.tsx'
import { MultipleMarks } from './MultipleMarks.tsx'
import { multipleSize } from './multiple-layout.ts'
import styles from './multiples.module.css'

/** The members side by side as the page shows them, as many as the room holds. */
export function MultiplesPicture({ model, size }: { model: SmallMultiplesModel; size: PictureSize }) {
  return (
    <PictureGrid
      pictures={model.multiples.map((multiple) => ({
        id: multiple.member,
        label: multiple.label,
        latest: multiple.latest,
        marks: <MultipleMarks multiple={multiple} model={model} />,
      }))}
      picture={multipleSize}
      size={size}
      nameClass={styles.name}
      noteClass={styles.label}
    />
  )
}
