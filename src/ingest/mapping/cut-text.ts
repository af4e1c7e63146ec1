import type { Cut } from './sources.ts'

/**
 * A part of a name, found by what stands before and behind it; empty where that is not there.
 *
 * @example ('waiting 2025-04 final', { after: 'waiting ', before: ' final' }) → '2025-04'
 */
export function cutText(text: string, { after = '', before = '' }: Cut): string {
  const start = after === '' ? 0 : text.indexOf(after) + after.length
  if (after !== '' && start < after.length) return ''
  const end = before === '' ? text.length : text.indexOf(before, start)
  return end < 0 ? '' : text.slice(start, end).trim()
}

/** A file's name without its ending. @example 'Waiting 2025-04.xlsx' → 'Waiting 2025-04' */
export function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z]{2,5}$/, '')
}

/**
 * Whether a name is of a pattern, in which * stands for any letters, or none. Each piece is looked for once, behind the
 * one before it.
 *
 * @example ('waiting-2025-04.csv', 'waiting-*.csv') → true
 */
export function isOfPattern(name: string, pattern: string): boolean {
  const pieces = pattern.split('*')
  const [first = ''] = pieces
  if (pieces.length === 1) return name === pattern
  const last = pieces.at(-1) ?? ''
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= name.length - last.length
}
