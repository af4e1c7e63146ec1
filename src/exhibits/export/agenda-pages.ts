export interface AgendaItem {
  /** agenda item; '' where it is under none */
  group: string
  exhibit: { finding: string }
}

/** at the size of the agenda's words on a wide slide; a wider letter is made up for by a narrower one */
const charactersOnLine = 100
const linesOnSlide = 12

/**
 * The agenda of a pack in lines, as many to a slide as can be read there.
 * @example two items → [['1. Item 3: The OT list has stopped falling', '2. …']]
 */
export function agendaPages(items: readonly AgendaItem[]): string[][] {
  const pages: string[][] = []
  let left = 0
  for (const [index, { group, exhibit }] of items.entries()) {
    const words = `${index + 1}. ${group ? `${group}: ` : ''}${exhibit.finding}`
    const lines = Math.ceil(words.length / charactersOnLine)
    if (lines > left) {
      pages.push([])
      left = linesOnSlide
    }
    pages.at(-1)?.push(words)
    left -= lines
  }
  return pages
}
