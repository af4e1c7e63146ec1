import { type KeyShape, SparklineShape } from '../../charts/sparkline/SparklineShape.tsx'
import styles from './Scorecard.module.css'

const shapes: readonly [KeyShape, word: string][] = [
  ['range', 'usual range'],
  ['target', 'target'],
  ['improvement', 'improving'],
  ['concern', 'concerning'],
  ['neutral', 'changed'],
  ['hollow', 'provisional'],
]

/** Every shape and mark of the scorecard with its word. */
export function ScorecardKey() {
  return (
    <ul className={`end filters ${styles.key}`} aria-label="Key">
      {shapes.map(([shape, word]) => (
        <li key={shape} className="icon-word">
          <SparklineShape shape={shape} /> {word}
        </li>
      ))}
      <li>[c] withheld, [x] no figure, [b] redefined</li>
    </ul>
  )
}
