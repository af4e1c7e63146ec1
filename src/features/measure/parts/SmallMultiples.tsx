import { MultipleMarks } from '../../../charts/multiples/MultipleMarks.tsx'
import { multipleScales, multipleSize } from '../../../charts/multiples/multiple-layout.ts'
import styles from '../../../charts/multiples/multiples.module.css'
import type { Multiple, SmallMultiplesModel } from '../../../domain/trends/parts/small-multiples.ts'
import { HereLink } from '../../../ui/HereLink.tsx'
import { IconWord } from '../../../ui/IconWord.tsx'
import { NamedImage } from '../../../ui/NamedImage.tsx'
import { MultipleCursor, MultipleFigure, MultiplesSlider, pointerOver } from './MultipleReading.tsx'

export interface SmallMultiplesProps {
  model: SmallMultiplesModel
  dimension: string
  /** the member whose trend is drawn large */
  chosen: string | null
}

export function SmallMultiples({ model, dimension, chosen }: SmallMultiplesProps) {
  return (
    <>
      <MultiplesSlider model={model} />
      <ul className={styles.multiples}>
        {model.multiples.map((multiple) => (
          <li key={multiple.member}>
            <figure>
              <figcaption>
                <HereLink
                  changes={{ dimension, member: multiple.member }}
                  aria-current={multiple.member === chosen ? 'true' : undefined}
                >
                  {multiple.label}
                </HereLink>{' '}
                <MultipleFigure multiple={multiple} measure={model.measure} />
              </figcaption>
              <MultiplePicture multiple={multiple} model={model} />
            </figure>
            {multiple.absence && <p className={styles.verdict}>{multiple.absence}</p>}
            {multiple.verdict && !multiple.absence && (
              <p className={styles.verdict}>
                <IconWord icon={multiple.verdict.icon} tone={multiple.verdict.tone} size={16}>
                  {multiple.verdict.words}
                </IconWord>
              </p>
            )}
            {multiple.flag && (
              <p className={styles.verdict}>
                <strong>Flagged.</strong> {multiple.flag}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function MultiplePicture({ multiple, model }: { multiple: Multiple; model: SmallMultiplesModel }) {
  const { width, height } = multipleSize
  const { x, y } = multipleScales(model)
  return (
    <div className={styles.pointed} {...pointerOver(multiple.points, { x, y }, width)}>
      <NamedImage
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        name={`${multiple.label}, ${multiple.reading}`}
      >
        <MultipleMarks multiple={multiple} model={model} />
      </NamedImage>
      <MultipleCursor points={multiple.points} scales={{ x, y }} size={multipleSize} />
    </div>
  )
}
