import { type RefObject, useEffect, useState } from 'react'

/**
 * Takes what is dropped onto an element, and says whether something is held over it. An addition to fields that do the
 * same: the element itself is nothing that could be pressed.
 */
export function useDrop(
  area: RefObject<HTMLElement | null>,
  onDrop: (transfer: DataTransfer) => void,
): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const listening = new AbortController()
    const { signal } = listening
    element.addEventListener(
      'dragover',
      (event) => {
        // else the browser opens the file in place of the page
        event.preventDefault()
        setOver(true)
      },
      { signal },
    )
    element.addEventListener('dragleave', () => setOver(false), { signal })
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault()
        setOver(false)
        if (event.dataTransfer) onDrop(event.dataTransfer)
      },
      { signal },
    )
    return () => listening.abort()
  })
  return isOver
}
