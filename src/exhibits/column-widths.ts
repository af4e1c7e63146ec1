import { wordsWidth } from '../charts/type/words-width.ts'

/** of the widest texts: longer ones wrap */
const widestShare = 0.42
/** A day, a month, a figure or two short words: broken over two lines it is harder to read than its column is wide. */
const keptWhole = 12

/** How columns are set, and how much room there is for them. */
export interface ColumnRoom {
  size: number
  /** for the words of all columns, without what is between them */
  width: number
  /** how wide the font runs beside the product's own */
  spread?: number
}

/**
 * As wide as their words want, the widest narrowed until all have room: no narrower than their longest word, nor, as
 * far as there is room, than a short text, which is not broken.
 *
 * @param rows those that are shown: what is left out takes no room
 */
export function columnWidths(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { size, width: free, spread = 1 }: ColumnRoom,
): number[] {
  const widthOf = (text: string) => wordsWidth(text, 'strong', size) * spread
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf))
  const all = heads.map((head, index) => [head, ...rows.map((row) => row[index] ?? '')])
  const wanted = all.map(widest)
  const total = sum(wanted)
  if (total <= free) return wanted.map((width) => (width * free) / total)
  const words = all.map((texts) => widest(texts.flatMap((text) => text.split(' '))))
  const whole = all.map(([, ...cells], index) =>
    Math.max(words[index] ?? 0, widest(cells.filter(({ length }) => length <= keptWhole))),
  )
  if (sum(words) >= free) return words.map((width) => (width * free) / sum(words))
  const least = sum(whole) <= free ? whole : words
  const capped = wanted.map((width, index) =>
    Math.max(least[index] ?? 0, Math.min(width, free * widestShare)),
  )
  // what is over the least is shared out as it is wanted
  const over = capped.map((width, index) => width - (least[index] ?? 0))
  const share = (free - sum(least)) / Math.max(1, sum(over))
  return least.map((width, index) => width + (over[index] ?? 0) * share)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
