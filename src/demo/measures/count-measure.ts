import { type DimensionId, membersOf } from '../dimensions.ts'
import { bare, boroughMember, type ReadMeasure } from './member-value.ts'

/** A count at every level, its members adding up to it. */
export function readCountMeasure(count: string, by: readonly DimensionId[]): ReadMeasure {
  return (counts, index) => [
    { ...boroughMember, value: counts.total(count, index), ...bare },
    ...by.flatMap((dimension) => {
      const parts = counts.split(count, dimension, index)
      return membersOf(dimension).map(({ id }, at) => ({
        dimension,
        member: id,
        value: parts[at] ?? 0,
        ...bare,
      }))
    }),
  ]
}
