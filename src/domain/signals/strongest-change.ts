import { isPresent, type Observation } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'
import { type Design, designOf, type Past, studentOf } from './least-squares.ts'
import { sumOfProducts } from './sums.ts'
import { chanceOfLargerF, chanceOfLargerT } from './tail-chances.ts'
import { chanceOfFigure, spreadOf, type TailShape, type Tails } from './tails.ts'
import type { Belief } from './usual-movement.ts'
import type { UsualMovement } from './whitener.ts'

type ShapeKind = 'step' | 'spike' | 'drift' | 'variation'

/** What was found in one series, against its level or against the straight line that it followed. */
export interface ShapedChange {
  kind: ShapeKind
  /** rows from the end at which it began: 1 is the last row */
  months: number
  direction: -1 | 1
  /** the chance of a change at least as strong, of any kind, in a series where nothing has changed */
  chance: number
}

/** What a series does while nothing changes, as far as it is known. */
export interface Usual {
  belief: Belief
  tails: Tails
  /** relative spread of each row, where some rest on fewer cases than others; else null */
  noise: readonly number[] | null
  /** the least chance that a jump in the last row has, by its cases alone; 0 where cases say nothing */
  leastOfSpike: number
}

/** Fewer rows than this leave no past to compare with. */
const fewestToCompare = 18

/**
 * Months that a step is looked for at, each about a third longer than the last; others are caught by these.
 * Half a year, the span that reviews ask about most, has twice the chance of the others.
 */
const stepMonths = [3, 4, 6, 9, 12] as const
const halfYear = 6
const stepWeight = (months: number) => (months === halfYear ? 1.7 : 0.825)
const driftMonths = [6, 12] as const
const variationMonths = 6

/**
 * Many shapes are tried on one series, so each must be stronger than if it were the only one. Each kind has
 * its share of the chance of a false alarm, most of it for the step, which is what councils ask about most. They add
 * up to more than 1, because what looks like a drift mostly looks like a step too (bench/signals-simulation.ts).
 */
export const spikeShare = 0.16
const shares: Record<ShapeKind, number> = { step: 0.9, spike: spikeShare, drift: 0.36, variation: 0.03 }

/** Neighbouring steps overlap, so they count as fewer than they are; less so the more each month is like the last. */
function stepsThatCount(steps: number, likeness: number): number {
  return steps * (0.78 + 0.7 * Math.min(likeness, 0.9))
}

/** Where what is believed most finds nothing at all, the rest need not be asked. */
export const mostBelief = 0.5
export const plainlyNoChange = 0.3

interface Candidate {
  kind: ShapeKind
  months: number
  /** how many others it shares its kind's chance with */
  tries: number
}

/**
 * The strongest recent change of a series, if it can be tested: a step in the last 3 to 12 months, a spike in the
 * last, a drift over 6 or 12, more or less variation over 6. Each chance is the mean over all that the series may do
 * by itself, weighed by how far each is believed. Null with under 18 rows, or where most months are alike.
 *
 * @example 30 months around 50 and six around 70, noise 5 → a step upwards of 6 months
 */
export function strongestChange(
  values: readonly Observation[],
  usual: Usual,
  past: Past = 'level',
): ShapedChange | null {
  const months = [...values.keys()].filter((row) => isPresent(values[row]))
  const figures = values.filter(isPresent)
  if (values.length < fewestToCompare || isMostlyOneValue(figures)) return null
  const likeness = usual.belief.reduce((sum, { movement, weight }) => sum + weight * movement.likeness, 0)
  const candidates = candidatesOf(values.length, likeness)
  const shapes = candidates.map((candidate) =>
    months.map((month) => shapeAt(candidate, values.length - month)),
  )
  const chances = candidates.map(() => 0)
  const leanings = candidates.map(() => 0)
  let believed = 0
  for (const { movement, weight } of usual.belief) {
    const design = heldDesign(movement, months, values.length, usual.noise, past, shapes)
    const added = design.project(figures)
    for (const { shape, weight: tail } of usual.tails) {
      const found = foundIn(added, design, candidates, shape, recentRows(months, values.length))
      for (const [index, { chance, leaning }] of found.entries()) {
        chances[index] = (chances[index] ?? 0) + weight * tail * chance
        leanings[index] = (leanings[index] ?? 0) + weight * tail * leaning
      }
    }
    believed += weight
    const soFar = strongestOf(
      candidates,
      chances.map((chance) => chance / believed),
      leanings,
      usual.leastOfSpike,
    )
    if (believed >= mostBelief && soFar !== null && soFar.chance > plainlyNoChange) return soFar
  }
  return strongestOf(candidates, chances, leanings, usual.leastOfSpike)
}

function candidatesOf(rows: number, likeness: number): Candidate[] {
  const longest = Math.floor(rows / 3)
  const steps = stepMonths.filter((months) => months <= longest)
  const drifts = driftMonths.filter((months) => months <= longest)
  return [
    { kind: 'spike', months: 1, tries: 1 },
    ...steps.map((months) => ({
      kind: 'step' as const,
      months,
      tries: stepsThatCount(steps.length, likeness) / stepWeight(months),
    })),
    ...drifts.map((months) => ({ kind: 'drift' as const, months, tries: drifts.length })),
    { kind: 'variation', months: variationMonths, tries: 1 },
  ]
}

function strongestOf(
  candidates: readonly Candidate[],
  chances: readonly number[],
  leanings: readonly number[],
  leastOfSpike: number,
): ShapedChange | null {
  let strongest: ShapedChange | null = null
  for (const [index, { kind, months, tries }] of candidates.entries()) {
    const alone = Math.max(chances[index] ?? 1, kind === 'spike' ? leastOfSpike : 0)
    const chance = Math.min(1, (alone * tries) / shares[kind])
    if (strongest !== null && chance >= strongest.chance) continue
    strongest = { kind, months, direction: (leanings[index] ?? 0) < 0 ? -1 : 1, chance }
  }
  return strongest
}

function isMostlyOneValue(values: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(...counts.values()) * 2 >= values.length
}

/** What a change of a kind adds to each row, for a change of size 1; one of variation adds nothing. */
function shapeAt({ kind, months }: Candidate, rowsFromEnd: number): number {
  if (kind === 'variation' || rowsFromEnd > months) return 0
  return kind === 'drift' ? (months - rowsFromEnd + 1) / months : 1
}

function recentRows(months: readonly number[], rows: number): number {
  return months.filter((month) => rows - month <= variationMonths).length
}

interface Found {
  chance: number
  leaning: -1 | 1
}

/** Makes of a median distance a standard deviation, where noise is normal. */
const toDeviation = 1.4826

/** Every shape in what the months add by themselves; where tails are heavy, with what lies far out pulled in. */
function foundIn(
  added: readonly number[],
  design: Design,
  candidates: readonly Candidate[],
  { freedom: tail, pullIn }: TailShape,
  recent: number,
): Found[] {
  const isNormal = tail === Number.POSITIVE_INFINITY
  const calm = isNormal ? added : design.reproject(pulledIn(added, pullIn))
  return candidates.map(({ kind }, index) => {
    const direction = design.directions[index] ?? []
    if (kind === 'variation') return variationIn(added, recent, design.freedom, tail)
    if (direction.length === 0) return { chance: 1, leaning: 1 }
    if (kind === 'spike' && !isNormal) return oddFigure(added, direction, tail)
    const t = studentOf(calm, direction, design.freedom)
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

const designs = new Map<string, Design>()
const mostDesigns = 400

/** Series without gaps share their rows, and so all that does not depend on their figures. */
function heldDesign(
  movement: UsualMovement,
  months: readonly number[],
  rows: number,
  noise: readonly number[] | null,
  past: Past,
  shapes: readonly (readonly number[])[],
): Design {
  if (noise !== null || months.length < rows) return designOf(movement, months, noise, past, shapes)
  const key = `${movement.likeness} ${movement.trend} ${movement.season} ${rows} ${past}`
  const known = designs.get(key)
  if (known) return known
  const made = designOf(movement, months, noise, past, shapes)
  if (designs.size >= mostDesigns) designs.clear()
  designs.set(key, made)
  return made
}
