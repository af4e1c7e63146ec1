import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import {
  borough,
  comparatorDimension,
  type Direction,
  meetsTarget,
  type Theme,
  targetAt,
} from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import { findSignals, type Signal } from '../signals/find-signals.ts'
import { isPresent } from '../spc/observation.ts'
import type { FlaggedChange, Meaning, TestedFamily, TestedSeries } from './edition-analysis.ts'
import { accumulatesThroughYear, gridOf, partOf, recordedCuts, type SeriesGrid } from './series-grid.ts'
import { writeSignalWords } from './signal-words.ts'

/** Months of a tested series that are looked at: further back is another time. */
const testedMonths = 36

interface FamilyMember {
  kpi: DescribedKpi
  series: Series
  grid: SeriesGrid
}

/**
 * Every series of an edition tested together for recent change, ranked. Figures of other places are not ours to
 * ask about; quarterly figures are too few; figures that start again every April move by themselves.
 */
export function testFamily(
  kpis: readonly DescribedKpi[],
  series: readonly Series[],
  asOf: string,
): TestedFamily {
  const definitions = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const family = series.flatMap((one) => familyMember(definitions.get(one.kpi), one))
  const signals = findSignals(family.map(({ grid }) => grid.values))
  const tested = family.flatMap((member, index) => {
    const signal = signals[index]
    return signal?.change ? [testedSeries(member, signal, asOf)] : []
  })
  return {
    untested: family.length - tested.length,
    signals: rankByStrengthAndMeaning(tested, definitions),
  }
}

function familyMember(kpi: DescribedKpi | undefined, series: Series): FamilyMember[] {
  if (!kpi || series.dimension === comparatorDimension) return []
  const whole = gridOf(series)
  if (!whole || kpi.frequency !== 'month' || accumulatesThroughYear(whole)) return []
  const start = recordedCuts(kpi, whole.periods).at(-1)?.at ?? 0
  return [{ kpi, series, grid: partOf(whole, Math.max(start, whole.periods.length - testedMonths)) }]
}

function testedSeries({ kpi, series, grid }: FamilyMember, signal: Signal, asOf: string): TestedSeries {
  const { dimension, member } = series
  const members = kpi.dimensions.find(({ id }) => id === dimension)?.members
  const label = members?.find(({ id }) => id === member)?.label ?? member
  const named = { kpi: kpi.id, dimension, member, label }
  const judged = { pValue: signal.chance, qValue: signal.falseAlarmRate, flagged: signal.isFlagged }
  const change = signal.isFlagged ? flaggedChange({ kpi, series, grid }, signal, asOf, label) : null
  return { ...named, ...judged, change }
}

function flaggedChange(
  { kpi, series, grid }: FamilyMember,
  { change }: Signal,
  asOf: string,
  label: string,
): FlaggedChange | null {
  if (!change) return null
  const last = grid.values.findLastIndex(isPresent)
  const start = last - change.months + 1
  const since = grid.periods[start]
  if (since === undefined) return null
  const told = {
    kind: change.kind,
    direction: change.direction,
    since,
    meaning: meaningOf(kpi.direction, change),
    history: grid.periods.map((period, row) => ({ period, value: grid.values[row] ?? null })),
    before: meanOf(grid.values.slice(0, start)),
    after: meanOf(grid.values.slice(start, last + 1)),
    meetsTarget: judgeTarget(kpi, series, grid.values[last] ?? null, asOf),
    action: null,
  }
  return { ...told, sentence: writeSignalWords(kpi, series, label, told) }
}

/** More or less variation is neither better nor worse by itself. */
function meaningOf(direction: Direction, change: { kind: string; direction: -1 | 1 }): Meaning {
  if (direction === 'neutral' || change.kind === 'variation') return 'neutral'
  return change.direction > 0 === (direction === 'up') ? 'improvement' : 'concern'
}

function judgeTarget(kpi: DescribedKpi, series: Series, value: number | null, asOf: string): boolean | null {
  const target = series.dimension === borough.dimension ? targetAt(kpi.targets, monthOf(asOf)) : null
  return target && value !== null ? meetsTarget(value, target, kpi.direction) : null
}

function meanOf(values: readonly (number | null)[]): number {
  const present = values.filter(isPresent)
  return present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length)
}

/** What a change means for people weighs as much as how plain it is: bad news first, good news last. */
const meaningWeight: Record<Meaning, number> = { concern: 1, neutral: 0.8, improvement: 0.4 }
/** Beyond one in a million nothing grows more certain. */
const plainest = 6

function rankByStrengthAndMeaning(
  tested: readonly TestedSeries[],
  kpis: ReadonlyMap<string, DescribedKpi>,
): TestedSeries[] {
  const weight = new Map(tested.map((one) => [one, weightOf(one, kpis.get(one.kpi)?.theme)]))
  return tested.toSorted(
    (a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || a.qValue - b.qValue || a.pValue - b.pValue,
  )
}

/** Flagged series by −log10 q × what it means; a neutral measure of safeguarding weighs as a concern. */
function weightOf({ qValue, change }: TestedSeries, theme: Theme | undefined): number {
  if (!change) return 0
  const strength = Math.min(plainest, -Math.log10(Math.max(qValue, 10 ** -plainest)))
  const meaning = theme === 'safeguarding' && change.meaning === 'neutral' ? 'concern' : change.meaning
  return strength * meaningWeight[meaning]
}
