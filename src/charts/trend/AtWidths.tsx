import type { ReactNode } from 'react'
import styles from './AtWidths.module.css'

/** Rooms that a plot has on usual screens, in px: beside the facts, on a tablet upright, on a phone. */
const rooms = [
  { name: styles.wide, width: 885, height: 300 },
  { name: styles.medium, width: 787, height: 416 },
  { name: styles.narrow, width: 358, height: 320 },
] as const

/**
 * What is drawn for its width, where no width is known yet: for each usual one, of which the style shows the one that
 * suits. As soon as the browser has measured, its own takes their place.
 */
export function AtWidths({ children }: { children: (width: number, height: number) => ReactNode }) {
  return rooms.map(({ name, width, height }) => (
    <div key={width} className={name}>
      {children(width, height)}
    </div>
  ))
}
