import { type PointerEvent, useRef } from 'react'

/** shorter is a tap or a tremble */
const leastSwipe = 60

/**
 * A finger drawn across the screen goes on or back; a mouse selects words as ever. Two fingers enlarge, and one then
 * moves what is enlarged: neither goes on. The style sheet leaves drawing across to us, or the browser would cancel
 * the pointer and scroll, or go back a page.
 */
export function useSwipe(onNext: () => void, onPrevious: () => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  const forget = () => {
    start.current = null
  }
  return {
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      start.current =
        isPrimary && pointerType !== 'mouse' && !isEnlarged() ? { x: clientX, y: clientY } : null
    },
    onPointerCancel: forget,
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const from = start.current
      forget()
      if (!from) return
      const across = clientX - from.x
      if (Math.abs(across) < leastSwipe || Math.abs(across) < 2 * Math.abs(clientY - from.y)) return
      if (across < 0) onNext()
      else onPrevious()
    },
  }
}

/** By two fingers: enlarging by the browser's menu or keys lays the page out anew and is none. */
export function isEnlarged(): boolean {
  return (window.visualViewport?.scale ?? 1) > 1
}
