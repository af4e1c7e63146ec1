import styles from './RiskSection.module.css'
import type { RiskScore } from './risk-rows.ts'

const cell = 9
const side = 5 * cell
const steps = [0, 1, 2, 3, 4, 5]

export interface RiskGridProps {
  now: RiskScore | null
  target: RiskScore
}

/** Five by five: likelihood to the right, impact upwards. The same scores stand beside it in words. */
export function RiskGrid({ now, target }: RiskGridProps) {
  return (
    <svg
      className={styles.grid}
      viewBox={`-1.5 -1.5 ${side + 3} ${side + 3}`}
      width="3rem"
      height="3rem"
      aria-hidden="true"
    >
      {steps.map((step) => (
        <path key={step} className={styles.line} d={`M0 ${step * cell}H${side}M${step * cell} 0V${side}`} />
      ))}
      {now && <rect className={styles.now} {...placeOf(now)} width={cell} height={cell} />}
      <rect className={styles.target} {...placeOf(target)} width={cell} height={cell} />
    </svg>
  )
}

function placeOf({ likelihood, impact }: RiskScore) {
  return { x: (likelihood - 1) * cell, y: (5 - impact) * cell }
}
