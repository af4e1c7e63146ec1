import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import styles from './MonthSlider.module.css'

export interface MonthSliderProps {
  label: string
  /** names of the months, oldest first */
  months: readonly string[]
  /** the month that is read; the latest where none is chosen */
  active: number
  /** what stands there, as it is spoken */
  reading: string
  onMove: (index: number) => void
  onLeave: () => void
  /** lays the slider along the time axis of the charts */
  style?: CSSProperties
}

/**
 * One stop of the keyboard for all charts of one time axis: arrow keys, a finger or a mouse move the month that
 * every chart reads, and it is said once; Escape goes back to the latest figures.
 */
export function MonthSlider({ label, months, active, reading, onMove, onLeave, style }: MonthSliderProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
  }
  return (
    <div className={`screen-only ${styles.slider}`}>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(0, months.length - 1)}
        step={1}
        value={active}
        aria-valuetext={reading}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
        style={style}
      />
      <p className={styles.words}>
        <label htmlFor={id}>{label}</label> <strong className="figures">{months[active] ?? ''}</strong>
      </p>
    </div>
  )
}
