import type { Bounds } from './narrow.ts'

/** What bounds were before they were narrowed, to be undone in turn. */
export type Trail = ReturnType<typeof openTrail>

export function openTrail({ lower, upper, lowerBy, upperBy }: Bounds) {
  let length = 0
  // those that stand in it, each once, and the first place of each
  const numbers: number[] = []
  const firstAt = new Int32Array(lower.length).fill(-1)
  // what was remembered in this step needs no second place
  const rememberedIn = new Int32Array(lower.length)
  let step = 0
  let unknowns = new Int32Array(1024)
  let lowers = new Float64Array(1024)
  let uppers = new Float64Array(1024)
  let lowersBy = new Int32Array(1024)
  let uppersBy = new Int32Array(1024)
  function grow() {
    const twice = 2 * unknowns.length
    const copy = <Numbers extends { set: (from: Numbers) => void }>(to: Numbers, from: Numbers) => {
      to.set(from)
      return to
    }
    unknowns = copy(new Int32Array(twice), unknowns)
    lowers = copy(new Float64Array(twice), lowers)
    uppers = copy(new Float64Array(twice), uppers)
    lowersBy = copy(new Int32Array(twice), lowersBy)
    uppersBy = copy(new Int32Array(twice), uppersBy)
  }
  return {
    length: () => length,
    /** the numbers that stand in it, in the order in which they were first narrowed */
    numbers: (): readonly number[] => numbers,
    /** where a number was first narrowed; -1 where it was not */
    firstAt: (unknown: number) => firstAt[unknown] ?? -1,
    unknownAt: (index: number) => unknowns[index] ?? 0,
    lowerBefore: (index: number) => lowers[index] ?? 0,
    upperBefore: (index: number) => uppers[index] ?? 0,
    /** begins what is undone together */
    begin() {
      step += 1
    },
    remember(unknown: number) {
      if (rememberedIn[unknown] === step) return
      rememberedIn[unknown] = step
      if (length === unknowns.length) grow()
      if (firstAt[unknown] === -1) {
        firstAt[unknown] = length
        numbers.push(unknown)
      }
      unknowns[length] = unknown
      lowers[length] = lower[unknown] ?? 0
      uppers[length] = upper[unknown] ?? 0
      lowersBy[length] = lowerBy[unknown] ?? -1
      uppersBy[length] = upperBy[unknown] ?? -1
      length += 1
    },
    undo(mark: number) {
      while (length > mark) {
        length -= 1
        const unknown = unknowns[length] ?? 0
        if (firstAt[unknown] === length) {
          firstAt[unknown] = -1
          numbers.pop()
        }
        lower[unknown] = lowers[length] ?? 0
        upper[unknown] = uppers[length] ?? 0
        lowerBy[unknown] = lowersBy[length] ?? -1
        upperBy[unknown] = uppersBy[length] ?? -1
      }
    },
  }
}
