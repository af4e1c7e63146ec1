import { formatNumber } from '../measures/format.ts'
import { formatPeriod } from '../periods/labels.ts'
import { changeInWords, decimalsOfGap, lastGapInWords } from './gap-words.ts'
import { type GapPoint, type GroupGap, isProvisionalYear } from './group-gaps.ts'
import type { Share } from './share-gap.ts'

interface GapColumn<Row> {
  head: string
  text: (row: Row) => string | null
  width?: number
}

/** The last year of each group, on the page and in files alike. */
export const gapColumns: readonly GapColumn<GroupGap>[] = [
  { head: 'Group', text: ({ label }) => label, width: 1.5 },
  { head: 'Its share', text: ({ points }) => shareInWords(points.at(-1), 'group') },
  { head: 'Everybody else', text: ({ points }) => shareInWords(points.at(-1), 'rest') },
  { head: 'Gap', text: lastGapInWords, width: 2.5 },
  { head: 'Against the year before', text: (gap) => changeInWords(gap) ?? 'Not compared', width: 2 },
]

/** Every year of the group that is drawn: what the picture shows. */
export const yearColumns: readonly GapColumn<GapPoint>[] = [
  {
    head: 'Year to',
    text: (point) => `${formatPeriod(point.period)}${isProvisionalYear(point) ? ' [p]' : ''}`,
  },
  { head: 'Its share', text: (point) => shareInWords(point, 'group') },
  { head: 'Everybody else', text: (point) => shareInWords(point, 'rest') },
  { head: 'Gap, percentage points', text: gapOf },
  { head: '99% interval', text: intervalOf },
]

function shareInWords(point: GapPoint | undefined, whose: 'group' | 'rest'): string {
  if (point?.kind !== 'gap') return 'not shown'
  const { numerator, denominator }: Share = point[whose]
  return `${formatNumber((100 * numerator) / denominator, 1)}% of ${formatNumber(denominator, 0)}`
}

function gapOf(point: GapPoint): string {
  switch (point.kind) {
    case 'gap':
      return formatNumber(point.interval.difference, decimalsOfGap(point.interval))
    case 'too-small':
      return 'too small to say'
    case 'not-held':
      return 'missing or withheld'
  }
}

function intervalOf(point: GapPoint): string | null {
  if (point.kind !== 'gap') return null
  const { lower, upper } = point.interval
  const shown = decimalsOfGap(point.interval)
  return `${formatNumber(lower, shown)} to ${formatNumber(upper, shown)}`
}
