/**
 * What a reader must know to work one number out from others. Whoever protects knows all of it; one who did not is
 * what shows that it is needed.
 */
export const bonds = [
  'shares',
  'cases',
  'parts',
  'totals',
  'measures',
  'stocks',
  'periods',
  'editions',
] as const
export type Bond = (typeof bonds)[number]

/**
 * What binds the unknown numbers of an edition: `lower` ≤ Σ coefficient × number ≤ `upper`.
 * `why` is what a reader would say: "the towns add up to the borough".
 */
export interface Constraint {
  unknowns: readonly number[]
  coefficients: readonly number[]
  lower: number
  upper: number
  why: string
  /** holds only while the figure of this cell is shown */
  cell: number | null
  /** of one that holds only while something is told, whether it is; absent where that is settled */
  isTold?: () => boolean
}

/** Numbers that the public does not know, those known to be the same number kept as one. */
export interface Unknowns {
  add: (truth: number) => number
  /** says that two are one number, such as the numerator of a measure that is the count of another */
  unite: (one: number, other: number) => void
  /** which of those that are one stands for all of them */
  find: (unknown: number) => number
  truthOf: (unknown: number) => number
  size: () => number
}

export function openUnknowns(): Unknowns {
  const truths: number[] = []
  const parents: number[] = []
  const find = (unknown: number): number => {
    let root = unknown
    while (parents[root] !== root) root = parents[root] ?? root
    let step = unknown
    while (step !== root) {
      const next = parents[step] ?? root
      parents[step] = root
      step = next
    }
    return root
  }
  return {
    add(truth) {
      truths.push(truth)
      parents.push(parents.length)
      return parents.length - 1
    },
    unite(one, other) {
      const [first, second] = [find(one), find(other)]
      if (first !== second) parents[Math.max(first, second)] = Math.min(first, second)
    },
    find,
    truthOf: (unknown) => truths[unknown] ?? 0,
    size: () => truths.length,
  }
}
