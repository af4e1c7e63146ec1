import type { TimeLabel } from '../../domain/trends/time-axis.ts'
import { wordsWidth } from '../type/words-width.ts'
import { fontSize } from './plot.ts'

/** One label of a time axis as it is drawn. */
export interface TimeWords {
  /** the day that its words stand below */
  day: number
  /** null where there is no room for any of its forms */
  words: string | null
  /** where its tick stands, from its words on; null where it has none */
  tickFromWords: number | null
}

/** Every label in the longest form that keeps clear of the one before, and within its room; else without words. */
export function layTimeWords(
  labels: readonly TimeLabel[],
  x: (day: number) => number,
  { left, right } = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY },
): TimeWords[] {
  let clearFrom = left
  return labels.map(({ start, end, tick, forms }) => {
    const day = (start + end) / 2
    const middle = x(day)
    const isStretch = end - start > 100
    const room = isStretch ? x(end) - x(start) : Number.POSITIVE_INFINITY
    const words = forms.find((form) => {
      const half = wordsWidth(form, 'text', fontSize) / 2
      return half * 2 <= room && middle - half >= clearFrom && middle + half <= right
    })
    if (words) clearFrom = middle + wordsWidth(words, 'text', fontSize) / 2 + 8
    return { day, words: words ?? null, tickFromWords: tick === null ? null : x(tick) - middle }
  })
}
