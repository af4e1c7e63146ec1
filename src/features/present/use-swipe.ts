import { type PointerEvent, useRef } from 'react'

/** shorter is a tap or a tremble */
const leastSwipe = 60

/** A finger drawn across the screen goes on or back; a mouse selects words as ever. */
export function useSwipe(onNext: () => void, onPrevious: () => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      start.current = pointerType === 'mouse' ? null : { x: clientX, y: clientY }
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const from = start.current
      start.current = null
      if (!from) return
      const across = clientX - from.x
      if (Math.abs(across) < leastSwipe || Math.abs(across) < 2 * Math.abs(clientY - from.y)) return
      if (across < 0) onNext()
      else onPrevious()
    },
  }
}
