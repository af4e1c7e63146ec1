import type { Figure } from '../domain/figures/figure.ts'
import { dayNumber } from '../domain/periods/calendar.ts'
import { periodEnd } from '../domain/periods/period.ts'

/** Where a figure was first given, and whether it says the same as the one given now. */
export interface EarlierRow {
  file: string
  line: number
  isSame: boolean
}

/** Periods end on days, and fewer than this many days are ever named (about 11,000 years). */
const daySpan = 2 ** 22

/**
 * Remembers which figures were given, in a few dozen bytes each, so that millions of rows can be checked for
 * repeats without holding them: a number for the series and period, the line, and two 32-bit sums of what the
 * figure says.
 */
export function createRowsSeen() {
  const series = new Map<string, number>()
  const rows = openRowTable()
  const files: string[] = []
  let lines = new Uint32Array(1024)
  let fileOf = new Uint16Array(1024)
  let sums = new Uint32Array(2048)

  const keyOf = ({ kpi, dimension, member, period }: Figure): number => {
    const name = `${kpi}\u001f${dimension}\u001f${member}`
    const id = series.get(name) ?? series.size
    series.set(name, id)
    return id * daySpan + dayNumber(periodEnd(period)) + daySpan / 2
  }
  const fileNumber = (file: string): number => {
    const known = files.lastIndexOf(file)
    return known >= 0 ? known : files.push(file) - 1
  }

  return {
    /** null where the figure is given for the first time */
    take(figure: Figure, file: string, line: number): EarlierRow | null {
      const key = keyOf(figure)
      const [first, second] = sumsOf(figure)
      const earlier = rows.find(key)
      if (earlier >= 0) {
        return {
          file: files[fileOf[earlier] ?? 0] ?? file,
          line: lines[earlier] ?? 0,
          isSame: sums[2 * earlier] === first && sums[2 * earlier + 1] === second,
        }
      }
      const row = rows.size()
      if (row === lines.length) {
        lines = grown(lines, new Uint32Array(2 * row))
        fileOf = grown(fileOf, new Uint16Array(2 * row))
        sums = grown(sums, new Uint32Array(4 * row))
      }
      rows.add(key)
      lines[row] = line
      fileOf[row] = fileNumber(file)
      sums[2 * row] = first
      sums[2 * row + 1] = second
      return null
    },
  }
}

/**
 * Numbers in the order in which they came, found again by probing: in a map each would be an object, and millions of them
 * more than all else that a load holds.
 */
function openRowTable() {
  let size = 0
  let keys = new Float64Array(1024)
  // row and one, so that nothing stands for a free place
  let slots = new Uint32Array(2048)

  function slotOf(key: number): number {
    const mask = slots.length - 1
    for (let slot = scattered(key) & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot] ?? 0
      if (row === 0 || keys[row - 1] === key) return slot
    }
  }
  function grow() {
    keys = grown(keys, new Float64Array(2 * keys.length))
    slots = new Uint32Array(2 * slots.length)
    for (let row = 0; row < size; row++) slots[slotOf(keys[row] ?? 0)] = row + 1
  }
  return {
    size: () => size,
    /** the row of a number; -1 where it has not come yet */
    find: (key: number) => (slots[slotOf(key)] ?? 0) - 1,
    add(key: number) {
      if (size === keys.length) grow()
      keys[size] = key
      size += 1
      slots[slotOf(key)] = size
    },
  }
}

/** Numbers that lie a month or a series apart, spread over all 32 bits. */
function scattered(key: number): number {
  let bits = (key % 2 ** 31) ^ Math.imul(key / 2 ** 31, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

function grown<Numbers extends Uint16Array | Uint32Array | Float64Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from)
  return to
}

/** Two independent sums of a figure's content: unequal content gives equal ones once in 2^64. */
function sumsOf({ value, numerator, denominator, n, availability, provisional }: Figure): [number, number] {
  const text = `${value}|${numerator}|${denominator}|${n}|${availability}|${provisional}`
  let first = 0x811c9dc5
  let second = 0x2f0b4a47
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second, 0x85ebca6b) + code
  }
  return [first >>> 0, second >>> 0]
}
