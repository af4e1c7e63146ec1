import type { Figure } from '../domain/figures/figure.ts'
import { borough, comparatorDimension, isCompound, type KpiDefinition } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'

/** Of one breakdown in one period: all of it, and its largest member, which alone can be the sum of the others. */
interface Period {
  sum: number
  members: number
  largest: { member: string; size: number }
}

/** Members of which something was told already, by dimension. */
export type ToldMembers = ReadonlyMap<string, ReadonlySet<string>>

/** A group that is called so is most likely all of them. */
const saysAll = /^(?:all|any|both|combined|everyone|overall|total|whole)\b/i
/** So large a sum of two others is none by chance. */
const largeSum = 100
/** Differences under this share are binary noise. */
const noise = 1e-9

/**
 * Watches new breakdowns for a member that is the sum of all others in every period: most likely their total, which
 * would be counted beside its parts, and takes from them the protection that a whole gives its parts.
 *
 * @example East 200, West 212, All ages 412 → asked about
 */
export function watchSums(kpis: ReadonlyMap<string, KpiDefinition>) {
  const breakdowns = new Map<string, Map<string, Period>>()
  return {
    take({ kpi, dimension, member, period, value, denominator }: Figure) {
      const aggregation = kpis.get(kpi)?.aggregation
      const size =
        aggregation === 'W' ? denominator : aggregation === 'S' || aggregation === 'P' ? value : null
      if (size === null || size < 0) return
      if (dimension === borough.dimension || dimension === comparatorDimension || isCompound(dimension))
        return
      const key = `${kpi}\u001f${dimension}`
      const periods = breakdowns.get(key) ?? new Map<string, Period>()
      breakdowns.set(key, periods)
      const held = periods.get(period) ?? { sum: 0, members: 0, largest: { member, size } }
      periods.set(period, held)
      held.sum += size
      held.members += 1
      if (size > held.largest.size) held.largest = { member, size }
    },
    /** @returns the members that were told, by dimension */
    report(report: Report, isListed: (dimension: string, member: string) => boolean): ToldMembers {
      const told = new Map<string, Set<string>>()
      for (const [key, periods] of breakdowns) {
        const [kpi = '', dimension = ''] = key.split('\u001f')
        const all = [...periods.values()].filter(({ sum }) => sum > 0)
        const member = all[0]?.largest.member
        if (
          member === undefined ||
          isListed(dimension, member) ||
          !all.every((one) => isSumOfOthers(one, member))
        )
          continue
        if (all.length === 1 && !saysAll.test(member) && (all[0]?.sum ?? 0) < 2 * largeSum) continue
        told.set(dimension, (told.get(dimension) ?? new Set()).add(member))
        report(
          problemAt({ file: 'load', line: 0, column: 0 }).asked(
            `a member of the new dimension ${dimension} is the sum of all others in every period of ${kpi}: is it their total?`,
            'leave the row out (a filter in the mapping), or call it Total; if it is a group of its own, publish it with a reason',
          ),
        )
      }
      return told
    },
  }
}

/** At least two others, or the largest is merely the like of one. */
function isSumOfOthers({ sum, members, largest }: Period, member: string): boolean {
  return members > 2 && largest.member === member && Math.abs(2 * largest.size - sum) <= noise * sum
}
