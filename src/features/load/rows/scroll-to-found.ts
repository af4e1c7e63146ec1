/**
 * Where rows are wider than their place, it begins at the first cell in which something was found: whoever sees three of
 * ten columns would find a row as high as the words in it, and none of them. Once, when it is first seen.
 */
export function scrollToFound(place: HTMLElement | null) {
  if (!place) return
  const observer = new ResizeObserver(() => {
    // folded away as yet
    if (place.clientWidth === 0) return
    observer.disconnect()
    const found = place.querySelector<HTMLElement>('td[data-wrong="true"]')
    const line = place.querySelector<HTMLElement>('th')
    if (!found || !line) return
    const isSeen = found.offsetLeft + found.offsetWidth <= place.clientWidth
    // beside the line, which stays where it is
    if (!isSeen) place.scrollLeft = found.offsetLeft - line.offsetWidth
  })
  observer.observe(place)
  return () => observer.disconnect()
}
