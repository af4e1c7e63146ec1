import styles from './Sparkline.module.css'
import { markPath, type SignalMark } from './sparkline.ts'

export type KeyShape = 'range' | 'target' | 'hollow' | SignalMark

const middle = { x: 12, y: 7 }

/** One shape of the small lines by itself, for a key: its word stands beside it. */
export function SparklineShape({ shape }: { shape: KeyShape }) {
  return (
    <svg width={24} height={14} aria-hidden="true">
      {shape === 'range' ? (
        <>
          <path className={styles.ribbon} d="M0 2h24v10H0" />
          <path className={styles.limit} d="M0 2h24M0 12h24" />
        </>
      ) : shape === 'target' ? (
        <path className={styles.target} d="M2 7h20" />
      ) : (
        <path
          className={`${styles.point} ${styles[shape]}`}
          d={markPath(shape === 'hollow' ? null : shape, middle, 4)}
        />
      )}
    </svg>
  )
}
