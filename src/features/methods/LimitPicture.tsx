import { NamedImage } from '../../ui/NamedImage.tsx'
import styles from './LimitPicture.module.css'
import { layOutPicture, type PictureInput, pictureSize } from './limit-picture-layout.ts'

export interface LimitPictureProps extends PictureInput {
  /** what is drawn, in words */
  label: string
}

/** Figures, their mean and their limits, small; marked figures are larger squares. */
export function LimitPicture({ label, ...input }: LimitPictureProps) {
  const { width, height } = pictureSize
  const { line, points, meanY, lowerY, upperY } = layOutPicture(input)
  return (
    <NamedImage className={styles.picture} viewBox={`0 0 ${width} ${height}`} name={label}>
      <rect className={styles.range} x={0} y={upperY} width={width} height={lowerY - upperY} />
      <path className={styles.limit} d={`M0 ${upperY}H${width}M0 ${lowerY}H${width}`} />
      <path className={styles.mean} d={`M0 ${meanY}H${width}`} />
      <path className={styles.line} d={line} />
      {points.map(({ x, y, isMarked }) =>
        isMarked ? (
          <rect key={x} className={styles.marked} x={x - 5} y={y - 5} width={10} height={10} />
        ) : (
          <circle key={x} className={styles.point} cx={x} cy={y} r={2.5} />
        ),
      )}
    </NamedImage>
  )
}
