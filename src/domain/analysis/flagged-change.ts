import { type Action, openActionFor } from '../actions/action.ts'
import { needsProtection } from '../disclosure/protect.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Audience } from '../editions/publication.ts'
import type { Series } from '../figures/figure.ts'
import { borough, meetsTarget, targetAt } from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import type { Milestone } from '../plans/plan.ts'
import { isBorneOut, meaningOfSignal } from '../signals/describe-signal.ts'
import type { MixSignal, Signal } from '../signals/find-signals.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import type { FlaggedChange, TestedSeries } from './edition-analysis.ts'
import type { SeriesGrid } from './series-grid.ts'
import { figuresOf, writeSignalWords } from './signal-words.ts'

export interface FamilyMember {
  kpi: DescribedKpi
  series: Series
  grid: SeriesGrid
}

/** The categories of one measure, over the same months. */
export interface MixMember {
  kpi: DescribedKpi
  dimension: string
  categories: readonly FamilyMember[]
}

interface TestedEdition {
  audience: Audience
  asOf: string
  actions: readonly Action[]
  milestones: readonly Milestone[]
}

/**
 * A tested series with what is told of it; null where it could not be tested.
 *
 * @param received the same series as it was received, where the member's is rounded for publication
 */
export function describeFlaggedSeries(
  { kpi, series, grid }: FamilyMember,
  signal: Signal | undefined,
  edition: TestedEdition,
  received: SeriesGrid | null = null,
): TestedSeries | null {
  if (!signal?.change) return null
  const { dimension, member } = series
  const { kind, direction, months, expected } = signal.change
  const last = grid.values.findLastIndex(isPresent)
  // "since" a month that has no figure would name one that nobody can look up; what is withheld was received
  const first = last - months + 1
  const start = received ? first : firstPresent(grid.values, first)
  const since = grid.periods[start]
  const told = {
    kind,
    direction,
    since: since ?? '',
    meaning: meaningOfSignal(kpi.direction, { kind, direction }),
    history: grid.periods.map((period, row) => ({ period, value: grid.values[row] ?? null })),
    before: meanOf(grid.values.slice(0, start)),
    after: meanOf(grid.values.slice(start, last + 1)),
    expected,
    meetsTarget: judgeTarget(kpi, dimension, grid.values[last] ?? null, edition.asOf),
    action: actionFor(kpi, edition),
  }
  return testedSeries({ kpi, dimension, member, tested: 'series', signal, told, edition, received })
}

function firstPresent(values: readonly Observation[], from: number): number {
  const after = values.slice(from).findIndex(isPresent)
  return after < 0 ? from : from + after
}

/** The category whose share changed most plainly, as one more member of the family; shares are in percent. */
export function describeFlaggedMix(
  { kpi, dimension, categories }: MixMember,
  signal: MixSignal | undefined,
  edition: TestedEdition,
): TestedSeries | null {
  const chosen = signal?.change ? categories[signal.change.category] : undefined
  if (!signal?.change || !chosen) return null
  const { direction, months, isDrift } = signal.change
  const { periods } = chosen.grid
  const history = periods.map((period, row) => ({ period, value: shareAt(chosen, categories, row) }))
  const [first, latest] = [history.at(-months)?.value, history.at(-1)?.value]
  const isFromFirst = isDrift && isPresent(first) && isPresent(latest)
  const [before, after] = isFromFirst
    ? [first, latest]
    : [100 * signal.change.before, 100 * signal.change.after]
  const told = {
    kind: 'mix' as const,
    direction,
    since: periods.at(-months) ?? '',
    meaning: meaningOfSignal(kpi.direction, { kind: 'mix', direction }),
    history,
    before,
    after,
    expected: null,
    meetsTarget: null,
    action: actionFor(kpi, edition),
  }
  return testedSeries({ kpi, dimension, member: chosen.series.member, tested: 'mix', signal, told, edition })
}

/** Whether a change of the mix was told from its first month to the latest, as a drift is. */
export function isDriftOfMix({ before, after, since, history }: FlaggedChange): boolean {
  const valueAt = (wanted: string | undefined) => history.find(({ period }) => period === wanted)?.value
  return before === valueAt(since) && after === valueAt(history.at(-1)?.period)
}

interface ToTell {
  kpi: DescribedKpi
  dimension: string
  member: string
  tested: TestedSeries['tested']
  signal: Pick<Signal, 'chance' | 'falseAlarmRate' | 'isFlagged'>
  told: Omit<FlaggedChange, 'sentence' | 'seen'>
  edition: TestedEdition
  received?: SeriesGrid | null | undefined
}

/** What is not flagged keeps its chances, and nothing else is told of it. */
function testedSeries(toTell: ToTell): TestedSeries {
  const { kpi, dimension, member, tested, signal, told, edition, received } = toTell
  const label = labelOfMember(kpi, dimension, member)
  const isRounded = edition.audience === 'protected' && needsProtection(kpi)
  const flagged = signal.isFlagged && isTold(kpi, told, isRounded)
  const readers = { isRounded, received, isOverdue: isOverdue(kpi, edition.asOf) }
  return {
    kpi: kpi.id,
    dimension,
    member,
    label,
    tested,
    pValue: signal.chance,
    qValue: signal.falseAlarmRate,
    flagged,
    change: flagged ? { ...told, ...writeSignalWords(kpi, { dimension }, label, told, readers) } : null,
  }
}

export function labelOfMember({ dimensions }: DescribedKpi, dimension: string, member: string): string {
  const members = dimensions.find(({ id }) => id === dimension)?.members
  return members?.find(({ id }) => id === member)?.label ?? member
}

/** Closer than this to none or all, a share that nears them can only slow, in percentage points. */
const nearBound = 2

/**
 * What the plain figures do not bear out is not told, and no departure from a trend that could not have gone on.
 * Nor more or less variation of rounded figures: rounding makes them stand still and jump.
 */
function isTold(
  { unit }: DescribedKpi,
  told: Omit<FlaggedChange, 'sentence' | 'seen'>,
  isRounded: boolean,
): boolean {
  if (isRounded && told.kind === 'variation') return false
  const latest = told.history.findLast(({ value }) => value !== null)
  const value = latest?.value
  if (!latest || !isPresent(value)) return false
  return (
    couldGoOn(unit, told.expected) &&
    isBorneOut({ ...told, latest: { period: latest.period, value }, figures: figuresOf(told.history) })
  )
}

function couldGoOn(unit: DescribedKpi['unit'], expected: number | null): boolean {
  if (expected === null || unit === 'pounds') return true
  return unit === 'percent' ? expected >= nearBound && expected <= 100 - nearBound : expected >= 0
}

function actionFor({ id }: DescribedKpi, { actions, milestones }: TestedEdition): string | null {
  return openActionFor(id, actions, milestones)?.id ?? null
}

/** A category's share of all that are shown, 0 to 1, month by month. */
export function sharesOf({ categories }: MixMember, category: number): (number | null)[] {
  const chosen = categories[category]
  return chosen
    ? chosen.grid.periods.map((_, row) => {
        const share = shareAt(chosen, categories, row)
        return share === null ? null : share / 100
      })
    : []
}

function shareAt(chosen: FamilyMember, categories: readonly FamilyMember[], row: number): number | null {
  const values = categories.map(({ grid }) => grid.values[row] ?? null)
  const total = values.filter(isPresent).reduce((sum, value) => sum + value, 0)
  const own = chosen.grid.values[row] ?? null
  return own === null || total === 0 ? null : (100 * own) / total
}

function judgeTarget(
  kpi: DescribedKpi,
  dimension: string,
  value: number | null,
  asOf: string,
): boolean | null {
  const target = dimension === borough.dimension ? targetAt(kpi.targets, monthOf(asOf)) : null
  return target && value !== null ? meetsTarget(value, target, kpi.direction) : null
}

function meanOf(values: readonly (number | null)[]): number {
  const present = values.filter(isPresent)
  return present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length)
}
