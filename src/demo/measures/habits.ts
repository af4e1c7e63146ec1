import { type DimensionId, membersOf } from '../dimensions.ts'
import { deviate, streamOf } from '../random.ts'

/** How a member differs from the whole, for good. */
export interface Habit {
  member: string
  stream: number
  /** a given multiple of the whole's level; null where the member's chance decides */
  tilt: number | null
  chance: number
}

/** Measures that are read under one name, as a median and a percentile of the same cases, share habits. */
export function readHabits(
  name: string,
  dimension: DimensionId,
  tilts: Readonly<Record<string, number>> = {},
): Habit[] {
  return membersOf(dimension).map(({ id }) => {
    const stream = streamOf(`${name}/${dimension}/${id}`)
    return { member: id, stream, tilt: tilts[id] ?? null, chance: deviate(stream, -1) }
  })
}
