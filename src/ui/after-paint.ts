import { useCallback, useEffect, useRef } from 'react'

/**
 * Does a thing once the next frame is painted, so that what the reader pressed is shown before its outcome is worked
 * out; of two that are asked for within a frame, only the later is done.
 */
export function useAfterPaint(): (then: () => void) => void {
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  return useCallback((then) => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => setTimeout(then))
  }, [])
}
