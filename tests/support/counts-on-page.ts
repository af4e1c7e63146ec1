import { countFrom } from './counts-in-words.ts'

/** A count as a page prints it, and what it counts. */
export interface PrintedCount {
  /** 'milestones of a workstream' */
  what: string
  /** finds each place where the count stands */
  at: string
  /** captures its numbers: how many, then perhaps of how many */
  says: RegExp
  /** the things that it counts, found from where it stands */
  counts: (place: Element) => number
  /** 'n of m': m is what the same place counted on the first address of the page, where nothing is left out */
  hasTotal?: boolean
}

/** The nearest box around a place that matches. */
export const within =
  (box: string, things: string) =>
  (place: Element): number =>
    place.closest(box)?.querySelectorAll(things).length ?? Number.NaN

/** Rows that follow a head of a group, up to the next head. */
export const following =
  (head: string) =>
  (place: Element): number => {
    let count = 0
    let row = place.closest(head)?.nextElementSibling
    for (; row && !row.matches(head); row = row.nextElementSibling) count++
    return count
  }

/** The numbers that a place prints; null where it says something else. */
export function numbersAt(place: Element, says: RegExp): number[] | null {
  const found = says.exec((place.textContent ?? '').replace(/\s+/g, ' ').trim())
  if (!found) return null
  return found.slice(1).flatMap((word) => (word === undefined ? [] : [countFrom(word)]))
}
