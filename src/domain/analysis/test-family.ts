import type { Action } from '../actions/action.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Audience } from '../editions/publication.ts'
import { hasEnded, newestPeriod } from '../figures/ended-series.ts'
import type { Series } from '../figures/figure.ts'
import { type DoubtedFigures, doubtedInWords } from '../findings/doubted-words.ts'
import { carriesOver, comparatorDimension, isCategoryDimension, isSnapshot } from '../measures/measure.ts'
import type { Milestone } from '../plans/plan.ts'
import type { Change } from '../signals/change.ts'
import { findSignalsAndMixes, type Signal } from '../signals/find-signals.ts'
import { isPresent } from '../spc/observation.ts'
import { asSeen, listAsSeen } from './as-seen.ts'
import { doubtedFigures } from './doubted-figures.ts'
import type { SeriesToConfirm, TestedFamily } from './edition-analysis.ts'
import {
  describeFlaggedMix,
  describeFlaggedSeries,
  type FamilyMember,
  labelOfMember,
  type MixMember,
} from './flagged-change.ts'
import { sinceLastingLevel } from './lasting-since.ts'
import { mixAsSeen } from './mix-as-seen.ts'
import { rankByStrengthAndMeaning } from './rank-signals.ts'
import { recordedCuts } from './recorded-cuts.ts'
import { accumulatesThroughYear, gridOf, partOf, type SeriesGrid } from './series-grid.ts'

/** Months of a tested series that are looked at: further back is another time. */
const testedMonths = 36

export interface FamilyToTest {
  kpis: readonly DescribedKpi[]
  series: readonly Series[]
  audience: Audience
  asOf: string
  /** by which a flagged series may be covered already */
  actions: readonly Action[]
  milestones: readonly Milestone[]
}

/**
 * Every series of an edition tested together for recent change, and the mix of every measure of categories, ranked.
 * Figures of other places are not ours to ask about; quarterly figures are too few; figures that start again every
 * April move by themselves.
 */
export function testFamily(edition: FamilyToTest): TestedFamily {
  const members = membersOf(edition)
  const mixes = mixesOf(members)
  const family = members.filter(({ doubted }) => doubted === null)
  const found = findSignalsAndMixes(
    family.map(({ grid }) => grid.values),
    mixes.map(({ categories }) => categories.map(({ grid }) => grid.values)),
    family.map(({ kpi, series, grid }) => ({
      measure: kpi.id,
      isList: carriesOver(kpi.aggregation),
      ...(kpi.unit === 'percent' && { shares: { denominators: denominatorsOf(series, grid), whole: 100 } }),
    })),
  )
  const seen = family.map((member, index) => seenIn(member, found.signals[index], edition.asOf))
  const tested = [
    ...family.flatMap((member, index) => describeFlaggedSeries(member, seen[index], edition) ?? []),
    ...mixes.flatMap((mix, index) => {
      const signal = found.mixes[index]
      if (!signal?.change || !signal.isFlagged) return describeFlaggedMix(mix, signal, edition) ?? []
      const change = mixAsSeen(signal.change, mix, flaggedAlone(mix, signal.change.category, family, seen))
      return describeFlaggedMix(mix, { ...signal, change }, edition) ?? []
    }),
  ]
  return {
    untested: family.length + mixes.length - tested.length,
    toConfirm: members.flatMap(toConfirm),
    signals: rankByStrengthAndMeaning(tested, new Map(edition.kpis.map((kpi) => [kpi.id, kpi]))),
  }
}

/** The series that are tested together, each since its last recorded change: of one that has ended nothing is recent. */
export function membersOf({ kpis, series }: Pick<FamilyToTest, 'kpis' | 'series'>): Member[] {
  const definitions = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const ours = series.filter(({ dimension }) => dimension !== comparatorDimension)
  return [...Map.groupBy(ours, ({ kpi }) => kpi)].flatMap(([id, ofKpi]) => {
    const newest = newestPeriod(ofKpi)
    return ofKpi.flatMap((one) =>
      newest === null || hasEnded(one, newest) ? [] : familyMember(definitions.get(id), one),
    )
  })
}

/** What each share is out of, by the rows of its grid. */
function denominatorsOf({ points }: Series, { periods }: SeriesGrid): (number | null)[] {
  const held = new Map(points.map(({ period, denominator }) => [period, denominator]))
  return periods.map((period) => held.get(period) ?? null)
}

interface Member extends FamilyMember {
  doubted: DoubtedFigures | null
}

export function toConfirm({ kpi, series: { dimension, member }, doubted }: Member): SeriesToConfirm[] {
  if (!doubted) return []
  const sentence = doubtedInWords(kpi, isSnapshot(kpi.aggregation), doubted)
  return [{ kpi: kpi.id, dimension, member, label: labelOfMember(kpi, dimension, member), sentence }]
}

function familyMember(kpi: DescribedKpi | undefined, series: Series): Member[] {
  if (!kpi) return []
  const whole = gridOf(series)
  if (!whole || kpi.frequency !== 'month' || accumulatesThroughYear(whole)) return []
  const start = recordedCuts(kpi, whole.periods).at(-1)?.at ?? 0
  const grid = partOf(whole, Math.max(start, whole.periods.length - testedMonths))
  const doubted = doubtedFigures(kpi, grid)
  return [{ kpi, series, grid: doubted ? without(grid, doubted) : grid, doubted }]
}

/** A mix is told without what stands far outside all others; the series itself is not tested before it is confirmed. */
function without(grid: SeriesGrid, { figures }: DoubtedFigures): SeriesGrid {
  const periods = figures.map(({ period }) => period)
  return {
    ...grid,
    values: grid.values.map((value, row) => (periods.includes(grid.periods[row] ?? '') ? null : value)),
  }
}

/** The categories of each measure of categories, over the months that all of them have. */
export function mixesOf(family: readonly FamilyMember[]): MixMember[] {
  const categories = family.filter(
    ({ kpi, series }) => kpi.aggregation === 'X' && isCategoryDimension(series.dimension),
  )
  const byDimension = Map.groupBy(categories, ({ kpi, series }) => `${kpi.id} ${series.dimension}`)
  return [...byDimension.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const from = members.map(({ grid }) => grid.periods[0] ?? '').reduce((a, b) => (a > b ? a : b))
    const to = members.map(({ grid }) => grid.periods.at(-1) ?? '').reduce((a, b) => (a < b ? a : b))
    return [
      {
        kpi: first.kpi,
        dimension: first.series.dimension,
        categories: members.map((member) => ({ ...member, grid: within(member.grid, from, to) })),
      },
    ]
  })
}

function within(grid: SeriesGrid, from: string, to: string): SeriesGrid {
  return partOf(grid, grid.periods.indexOf(from), grid.periods.indexOf(to) + 1)
}

/** What was flagged of a category by itself, where its last month is that of the mix. */
function flaggedAlone(
  { categories }: MixMember,
  category: number,
  family: readonly FamilyMember[],
  seen: readonly (Signal | undefined)[],
): Change | null {
  const chosen = categories[category]
  const own = family.findIndex(({ series }) => series === chosen?.series)
  const { grid } = family[own] ?? {}
  const isToTheSame = grid?.periods.at(-1) === chosen?.grid.periods.at(-1) && isPresent(grid?.values.at(-1))
  const signal = seen[own]
  return isToTheSame && signal?.isFlagged ? signal.change : null
}

/** Told as it is to the eye, by the figures received: what is published of it says the same. */
function seenIn(
  member: FamilyMember,
  signal: Signal | undefined,
  asOf: FamilyToTest['asOf'],
): Signal | undefined {
  if (!signal?.change || !signal.isFlagged) return signal
  const { kpi, grid } = member
  const seen = asSeen(signal.change, grid.values)
  const change = carriesOver(kpi.aggregation)
    ? listAsSeen(kpi, seen, grid)
    : sinceLastingLevel(seen, member, asOf)
  return { ...signal, change }
}
