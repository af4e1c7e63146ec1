import type { LoadComparison } from '../../../api/loads.ts'
import styles from './OldAndNew.module.css'
import { layOutOldAndNew, pictureSize } from './old-and-new.ts'

type Restated = LoadComparison['restated'][number]

/** The series as it stands, and as it would be. The cells beside it say the figures, so it has no text of its own. */
export function OldAndNew({ history, period }: Pick<Restated, 'history' | 'period'>) {
  const { width, height } = pictureSize
  const { before, after, was, is } = layOutOldAndNew(history, period)
  return (
    <svg
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {before.map((path) => (
        <path key={path} className={styles.before} d={path} />
      ))}
      {after.map((path) => (
        <path key={path} className={styles.after} d={path} />
      ))}
      {was && <circle className={styles.was} cx={was.x} cy={was.y} r={3.2} />}
      {is && <circle className={styles.is} cx={is.x} cy={is.y} r={3.2} />}
    </svg>
  )
}
