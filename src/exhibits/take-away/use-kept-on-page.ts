import { useLayoutEffect } from 'react'

/** Pixels that stay free at the edge of the page. */
const margin = 16

/**
 * Moves an open panel sideways, as far as it must to lie within the page, and the page so that all of it is seen; and
 * again when either changes its size.
 */
export function useKeptOnPage(element: HTMLElement | null): void {
  useLayoutEffect(() => {
    if (!element) return
    const place = () => {
      element.style.translate = 'none'
      const { left, right } = element.getBoundingClientRect()
      const beyond = right + margin - document.documentElement.clientWidth
      element.style.translate = `${-Math.max(0, Math.min(beyond, left - margin))}px`
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    place()
    const sizes = new ResizeObserver(place)
    sizes.observe(element)
    sizes.observe(document.documentElement)
    return () => sizes.disconnect()
  }, [element])
}
