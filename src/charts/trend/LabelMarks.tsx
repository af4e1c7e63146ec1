import styles from './chart.module.css'
import type { LabelLayout, LabelRole } from './labels/label-layout.ts'

const roleClass: Record<LabelRole, string | undefined> = {
  latest: styles.latest,
  target: styles.targetLabel,
  plan: styles.planLabel,
  comparator: styles.comparatorLabel,
  change: styles.changeLabel,
  limit: styles.limitLabel,
  forecast: styles.forecastLabel,
  side: styles.sideLabel,
  band: styles.bandLabel,
  note: undefined,
}

export function LabelMarks({ layout }: { layout: LabelLayout }) {
  const { stem, labels } = layout
  return (
    <g>
      {stem && <path className={styles.revised} d={`M${stem.x} ${stem.from}V${stem.to}`} />}
      {labels.map((label) => (
        <text
          key={label.id}
          className={`${styles.label} ${roleClass[label.role] ?? ''}`}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
    </g>
  )
}
