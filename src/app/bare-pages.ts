import type { RawSearch } from './search.ts'

const toTheEdge = /^\/briefing\//

/** Pages that fill the window to its edge: what they show is projected or photographed. */
export function fillsWindow(pathname: string): boolean {
  return toTheEdge.test(pathname)
}

/**
 * Pages that stand alone in the window. Beside those that fill it, the speaker's notes: they go with what is on the
 * screen, and another edition or audience chosen there would be another presentation.
 */
export function isBarePage(pathname: string, search: RawSearch): boolean {
  return fillsWindow(pathname) || isNotesWindow(pathname, search)
}

/** The window that the speaker alone sees. */
export function isNotesWindow(pathname: string, { notes }: RawSearch): boolean {
  return pathname === '/present' && notes === 'yes'
}
