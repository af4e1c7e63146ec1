import type { Dimension } from '../editions/holdings.ts'
import type { Series } from '../figures/figure.ts'
import { comparatorDimension, type Unit } from '../measures/measure.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatPeriod } from '../periods/labels.ts'
import { frequencyOf, periodEnd } from '../periods/period.ts'

export interface ComparatorLine {
  member: string
  label: string
  level: string | null
  isAnnual: boolean
  points: { day: number; period: string; value: number }[]
  /** the last figure that is held, in range or not */
  latest: { value: number; when: string } | null
}

/** No more lines than a reader can tell apart beside the measure's own. */
export const mostComparatorsDrawn = 3
const levelOrder = ['England', 'Region', 'Council']

/** Every comparator of a measure, the nation first, then the region, then councils in the order given. */
export function buildComparators(
  series: readonly Series[],
  dimensions: readonly Dimension[],
): ComparatorLine[] {
  const members = dimensions.find(({ id }) => id === comparatorDimension)?.members ?? []
  return series
    .filter(({ dimension }) => dimension === comparatorDimension)
    .map(({ member, points }) => {
      const described = members.find(({ id }) => id === member)
      const present = points.flatMap(({ period, value }) =>
        value === null ? [] : [{ day: dayNumber(periodEnd(period)), period, value }],
      )
      const last = present.at(-1)
      return {
        member,
        label: described?.label ?? member,
        level: described?.level ?? null,
        isAnnual: present.every(({ period }) => frequencyOf(period) === 'year'),
        points: present,
        latest: last ? { value: last.value, when: formatPeriod(last.period) } : null,
      }
    })
    .sort((a, b) => rank(a) - rank(b))
}

function rank({ level }: Pick<ComparatorLine, 'level'>): number {
  const place = levelOrder.indexOf(level ?? '')
  return place < 0 ? levelOrder.length : place
}

/**
 * The comparators that share the measure's plot. A count of a nation is no yardstick for a borough's, and would
 * flatten its line: counts and money are drawn beside other councils' only.
 */
export function comparatorsToDraw(
  lines: readonly ComparatorLine[],
  unit: Unit,
  firstDay: number,
  lastDay: number,
): ComparatorLine[] {
  const ofSize = unit === 'count' || unit === 'pounds'
  return lines
    .filter(({ level }) => !ofSize || level === 'Council')
    .map((line) => ({ ...line, points: line.points.filter(({ day }) => day >= firstDay && day <= lastDay) }))
    .filter(({ points }) => points.length > 0)
    .slice(0, mostComparatorsDrawn)
}
