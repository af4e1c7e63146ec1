import type { ReactNode } from 'react'
import type { Plot } from './plot.ts'

export interface ClippedProps {
  /** whether anything lies beyond the scale; where nothing does, nothing is cut */
  isNeeded: boolean
  plot: Plot
  children: ReactNode
}

/** Marks cut off at the plot's edges: what lies beyond its scale is said in words, and drawn over nothing else. */
export function Clipped({ isNeeded, plot: { x, y, width, height }, children }: ClippedProps) {
  if (!isNeeded) return children
  // a picture of its own, not a clip path: that needs a name, and pictures that stand together would share it
  return (
    <svg
      x={x}
      y={y}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      overflow="hidden"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
