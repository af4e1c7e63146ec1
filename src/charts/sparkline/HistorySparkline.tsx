import type { FlaggedChange } from '../../domain/analysis/edition-analysis.ts'
import styles from './HistorySparkline.module.css'
import { layOutHistory, lineSize } from './history-line.ts'

/** The months that were tested. The sentence beside it says the same in words, so it has no text of its own. */
export function HistorySparkline({ change }: { change: FlaggedChange }) {
  const { width, height } = lineSize
  const { paths, dots, sinceX, beforeY, last } = layOutHistory(change)
  return (
    <svg
      className={styles.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {sinceX !== null && (
        <>
          <rect className={styles.since} x={sinceX} y={0} width={width - sinceX} height={height} />
          <path className={styles.edge} d={`M${sinceX} 0V${height}`} />
        </>
      )}
      {beforeY !== null && <path className={styles.before} d={`M0 ${beforeY}H${width}`} />}
      {paths.map((path) => (
        <path key={path} className={styles.actual} d={path} />
      ))}
      {dots.map(({ x, y }) => (
        <circle key={x} className={styles.point} cx={x} cy={y} r={1.6} />
      ))}
      {last && <circle className={styles.point} cx={last.x} cy={last.y} r={3} />}
    </svg>
  )
}
