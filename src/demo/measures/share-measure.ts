import { apportion } from '../apportion.ts'
import { membersOf } from '../dimensions.ts'
import type { ShareMeasure } from '../model.ts'
import { readPath, valueAt } from '../path.ts'
import { deviate } from '../random.ts'
import { splitByMedians } from './agreement.ts'
import { type Habit, readHabits } from './habits.ts'
import { boroughMember, type MemberValue, type ReadMeasure } from './member-value.ts'

/**
 * Shares are recomputed from their counts at every level, to one decimal. Where a median of the same cases
 * is given, the two agree member by member.
 */
export function readShareMeasure(
  model: ShareMeasure,
  unit: 'percent' | 'ratio',
  median: ReadMeasure | null,
): ReadMeasure {
  const path = typeof model.numerator === 'string' ? null : readPath(model.kpi, model.numerator)
  const habits = new Map(
    model.by.map((dimension) => [dimension, readHabits(model.kpi, dimension, model.tilts?.[dimension])]),
  )
  const denominatorUnit = model.tenths ? 10 : 1
  const numeratorUnit = model.tenths === 'both' ? 10 : 1
  const scale = unit === 'percent' ? 100 : 1

  function part(dimension: string, member: string, above: number, below: number): MemberValue {
    const numerator = above / numeratorUnit
    const denominator = below / denominatorUnit
    const value = Math.round((10 * scale * numerator) / denominator) / 10
    return { dimension, member, value, numerator, denominator, n: null }
  }

  return (counts, index) => {
    const below = counts.total(model.denominator, index)
    const above = path
      ? Math.round((valueAt(path, index) * below * numeratorUnit) / (scale * denominatorUnit))
      : counts.total(String(model.numerator), index)
    const medians = median ? median(counts, index) : []
    return [
      part(boroughMember.dimension, boroughMember.member, above, below),
      ...model.by.flatMap((dimension) => {
        const belows = counts.split(model.denominator, dimension, index)
        const own = medians.filter((value) => value.dimension === dimension)
        const aboves = !path
          ? counts.split(String(model.numerator), dimension, index)
          : model.agreesWith && own.length
            ? splitByMedians(above, belows, medians[0]?.value ?? 0, own, model.agreesWith.limit)
            : splitNumerator(model, habits.get(dimension) ?? [], index, above, above / below, belows)
        return membersOf(dimension).map(({ id }, at) => part(dimension, id, aboves[at] ?? 0, belows[at] ?? 0))
      }),
    ]
  }
}

/** Members have habits of their own around the borough's share, and vary as shares of so many cases do. */
function splitNumerator(
  model: ShareMeasure,
  habits: readonly Habit[],
  index: number,
  above: number,
  share: number,
  belows: readonly number[],
): number[] {
  const room = Math.max(0.02, model.mayExceed ? 0.3 : 1 - share)
  const weights = habits.map(({ stream, tilt, chance }, at) => {
    const below = belows[at] ?? 0
    const spread = model.mayExceed ? 0.03 : 0.7 * Math.sqrt(room / Math.max(1, share * below))
    return (
      below *
      share *
      Math.max(0.1, (tilt ?? 1 + 0.22 * room * chance) * (1 + spread * deviate(stream, index)))
    )
  })
  return apportion(above, weights, model.mayExceed ? {} : { caps: belows })
}
