import styles from './Sparkline.module.css'
import { markPath, type SparklineModel, sparklineSize } from './sparkline.ts'

/** Three years as a line. The sentence beside it says what it shows, so it has no text of its own. */
export function Sparkline({ model }: { model: SparklineModel }) {
  const { width, height } = sparklineSize
  return (
    <svg
      className={styles.sparkline}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {model.ribbon && (
        <>
          <path className={styles.ribbon} d={model.ribbon} />
          <path className={styles.limit} d={model.limits} />
        </>
      )}
      {model.target && (
        <>
          <path
            className={styles.target}
            d={`M2 ${model.target.y}H${model.target.beyond ? 128 : width - 2}`}
          />
          {model.target.beyond === 'above' && <path className={styles.beyond} d="M140 7l-4-6-4 6Z" />}
          {model.target.beyond === 'below' && <path className={styles.beyond} d="M140 33l-4 6-4-6Z" />}
        </>
      )}
      {model.breaks.map((x) => (
        <path key={x} className={styles.change} d={`M${x} 1V${height - 1}`} />
      ))}
      {model.paths.map((path) => (
        <path key={path} className={styles.actual} d={path} />
      ))}
      {model.dots.map(({ x, y }) => (
        <circle key={x} className={styles.point} cx={x} cy={y} r={1.6} />
      ))}
      {model.signals.map(({ mark, path }) => (
        <path key={mark} className={`${styles.point} ${styles[mark]}`} d={path} />
      ))}
      {model.beyond && <path className={styles.point} d={model.beyond} />}
      {model.last && (
        <path
          className={`${model.last.isProvisional ? styles.hollow : styles.point} ${model.last.mark ? styles[model.last.mark] : ''}`}
          d={markPath(model.last.mark, model.last, 3.4)}
        />
      )}
    </svg>
  )
}
