import type { PointerEvent } from 'react'

export interface ChartPointer {
  onPointerDown: (event: PointerEvent<Element>) => void
  onPointerMove: (event: PointerEvent<Element>) => void
  onPointerLeave: (event: PointerEvent<Element>) => void
}

/**
 * Reads a chart where a pointer is: by mouse wherever it moves, until it leaves; by touch where a finger comes
 * down or slides sideways, and what was read then stays, since a finger always leaves.
 */
export function readAtPointer(readAt: (share: number) => void, leave: () => void): ChartPointer {
  const read = (event: PointerEvent<Element>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    if (width > 0) readAt((event.clientX - left) / width)
  }
  return {
    onPointerDown: read,
    onPointerMove: read,
    onPointerLeave: ({ pointerType }) => {
      if (pointerType === 'mouse') leave()
    },
  }
}

/**
 * Where a key leads among the points of a chart: null leaves them, undefined is not the chart's key. The first
 * arrow comes to the last point.
 */
export function keyTarget(key: string, active: number | null, last: number): number | null | undefined {
  const within = (index: number) => Math.min(Math.max(index, 0), last)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return active === null ? last : within(active - 1)
    case 'ArrowRight':
    case 'ArrowUp':
      return active === null ? last : within(active + 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return active === null ? undefined : null
    default:
      return undefined
  }
}
