import { medianOf } from '../statistics/centre.ts'
import type { Candidate } from './change-shapes.ts'
import { type Design, studentOf } from './least-squares.ts'
import { sumOfProducts } from './sums.ts'
import { chanceOfLargerF, chanceOfLargerT } from './tail-chances.ts'
import { chanceOfFigure, spreadOf, type TailShape } from './tails.ts'

export interface Found {
  /** of so plain a change of this shape where nothing has changed */
  chance: number
  leaning: -1 | 1
}

/** Makes of a median distance a standard deviation, where noise is normal. */
const toDeviation = 1.4826

/** Every shape in what the months add by themselves; where tails are heavy, with what lies far out pulled in. */
export function shapeChances(
  added: readonly number[],
  design: Design,
  candidates: readonly Candidate[],
  { freedom: tail, pullIn }: TailShape,
): Found[] {
  const isNormal = tail === Number.POSITIVE_INFINITY
  const calm = isNormal ? added : design.reproject(pulledIn(added, pullIn))
  const squares = sumOfProducts(calm, calm)
  return candidates.map(({ kind }, index) => {
    const direction = design.directions[index] ?? []
    if (kind === 'variation') return variationIn(added, design.recent, design.freedom, tail)
    if (direction.length === 0) return { chance: 1, leaning: 1 }
    if (kind === 'spike' && !isNormal) return oddFigure(added, direction, tail)
    const t = studentOf(calm, squares, direction, design.freedom)
    return { chance: chanceOfLargerT(t, design.freedom), leaning: t < 0 ? -1 : 1 }
  })
}

function pulledIn(added: readonly number[], most: number): number[] {
  const widest = most * toDeviation * medianOf(added.map(Math.abs))
  if (widest === 0) return [...added]
  return added.map((value) => Math.max(-widest, Math.min(widest, value)))
}

function oddFigure(added: readonly number[], direction: readonly number[], tail: number): Found {
  const size = sumOfProducts(added, direction)
  const others = added.map((value, row) => value - size * (direction[row] ?? 0)).slice(0, -1)
  return { chance: chanceOfFigure(size, others, tail), leaning: size < 0 ? -1 : 1 }
}

/** By the spread of a t with so many degrees on either side, which then tells as much as fewer normal figures would. */
function variationIn(added: readonly number[], recentCount: number, freedom: number, tail: number): Found {
  if (recentCount === 0) return { chance: 1, leaning: 1 }
  const told = tail === Number.POSITIVE_INFINITY ? 1 : tail / (tail + 3)
  const below = freedom + 1 - recentCount
  const recent = spreadOf(added.slice(-recentCount), tail) ** 2
  const earlier = spreadOf(added.slice(0, -recentCount), tail) ** 2 * ((added.length - recentCount) / below)
  const upper = chanceOfLargerF(recent / earlier, recentCount * told, below * told)
  return { chance: 2 * Math.min(upper, 1 - upper), leaning: recent < earlier ? -1 : 1 }
}
