import { deviate, drift, streamOf } from './random.ts'
import { periodIndex } from './timeline.ts'

/** Levels by period, in period order. */
export type Levels = Readonly<Record<string, number>>

/** How a series runs: straight between knots, with noise, through the points that are pinned. */
export interface Path {
  /** levels at periods, in order; the same before the first and after the last */
  knots: Levels
  /** standard deviation of the noise, as a share of the level */
  noise: number
  /** whether the noise drifts from month to month, as it does in waiting lists */
  drifts?: boolean
  /** exact values that a story needs */
  pins?: Levels
}

export interface ReadPath {
  stream: number
  noise: number
  drifts: boolean
  knots: readonly { at: number; level: number }[]
  pins: ReadonlyMap<number, number>
}

/** A path with its periods resolved once. */
export function readPath(name: string, path: Path): ReadPath {
  return {
    stream: streamOf(name),
    noise: path.noise,
    drifts: path.drifts ?? false,
    knots: readKnots(path.knots),
    pins: new Map(readKnots(path.pins ?? {}).map(({ at, level }) => [at, level])),
  }
}

/** Levels with their periods resolved. */
export function readKnots(levels: Levels): { at: number; level: number }[] {
  return Object.entries(levels).map(([period, level]) => ({ at: periodIndex(period), level }))
}

/** The level between knots. @example knots 10 at 0 and 20 at 4 → 15 at 2 */
export function levelAt(knots: ReadPath['knots'], index: number): number {
  let before = knots[0]
  for (const knot of knots) {
    if (knot.at > index) {
      if (!before || before.at >= knot.at || before.at > index) return knot.level
      return before.level + ((knot.level - before.level) * (index - before.at)) / (knot.at - before.at)
    }
    before = knot
  }
  return before?.level ?? 0
}

/** The value of a path, not yet rounded. */
export function valueAt(path: ReadPath, index: number): number {
  const pinned = path.pins.get(index)
  if (pinned !== undefined) return pinned
  const noise = path.drifts
    ? 0.7 * drift(path.stream, index) + 0.5 * deviate(path.stream, index)
    : deviate(path.stream, index)
  return levelAt(path.knots, index) * (1 + path.noise * noise)
}
