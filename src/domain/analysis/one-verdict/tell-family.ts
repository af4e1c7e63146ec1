import { figuresBehind, toldOf } from '../../disclosure/figures-behind.ts'
import { proposedPolicy, roundCount } from '../../disclosure/policy.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { roundTo } from '../../findings/tell-apart.ts'
import { meetsTarget, targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { bearableFalseAlarms } from '../../signals/find-signals.ts'
import { strengthOf, strengthTable } from '../../signals/strength.ts'
import { isPresent } from '../../spc/observation.ts'
import { meanOf } from '../../statistics/centre.ts'
import type { FlaggedChange, TestedFamily, TestedSeries } from '../edition-analysis.ts'
import {
  describeFlaggedMix,
  describeFlaggedSeries,
  type FamilyMember,
  isDriftOfMix,
  type MixMember,
  sharesOf,
} from '../flagged-change.ts'
import { rankByStrengthAndMeaning } from '../rank-signals.ts'
import { gridOf } from '../series-grid.ts'
import { type FamilyToTest, membersOf, mixesOf, toConfirm } from '../test-family.ts'
import type { OpenReceived } from './received.ts'

/**
 * What the tests of the figures received found, told of the series that are published: a flag stands where the
 * published figures bear it out, and their words hold published figures. Of chances only the strength of a flag is told:
 * a chance of each series, even to a power of ten, would say which counts could be behind it. A series
 * whose latest figure is withheld has no verdict, so none is told of it.
 */
export function tellFamily(edition: FamilyToTest, received: OpenReceived): TestedFamily {
  const members = membersOf(edition)
  const mixes = mixesOf(members)
  const family = members.filter(({ doubted }) => doubted === null)
  const tested = [
    ...family.flatMap((member) => tellSeries(member, edition, received) ?? []),
    ...mixes.flatMap((mix) => tellMix(mix, edition, received)),
  ]
  return {
    untested: family.length + mixes.length - tested.length,
    toConfirm: members.flatMap(toConfirm),
    signals: rankByStrengthAndMeaning(tested, new Map(edition.kpis.map((kpi) => [kpi.id, kpi]))),
  }
}

function tellSeries(
  member: FamilyMember,
  edition: FamilyToTest,
  { seriesOf, testedOf }: OpenReceived,
): TestedSeries | null {
  const found = testedOf(member.series, 'series')
  if (!found || !isPresent(member.grid.values.at(-1))) return null
  const unflagged = withTellableChances({ ...found, flagged: false, change: null })
  const months = found.change ? monthsToTell(member, found.change) : null
  if (!found.change || found.change.kind === 'mix' || months === null) return unflagged
  const { kind, direction, expected } = found.change
  const change = {
    kind,
    direction,
    months,
    expected: expected === null ? null : tellableMean(member.kpi, expected),
    chance: found.pValue ?? 1,
  }
  const received = seriesOf(member.series)
  const told = describeFlaggedSeries(
    member,
    { ...signalOf(found), change },
    edition,
    received && gridOf(received),
  )
  if (!told) return unflagged
  return withTellableChances(withTargetForCertain(told, member, edition.asOf))
}

function tellMix(mix: MixMember, edition: FamilyToTest, { testedOf }: OpenReceived): TestedSeries[] {
  return mix.categories.flatMap((member, category) => {
    const found = testedOf(member.series, 'mix')
    if (!found) return []
    const unflagged = withTellableChances({ ...found, flagged: false, change: null })
    const months = found.change ? monthsToTell(member, found.change) : null
    if (!found.change || months === null) return [unflagged]
    const { direction } = found.change
    const shares = sharesOf(mix, category)
    const isDrift = isDriftOfMix(found.change)
    const change = {
      kind: 'mix' as const,
      category,
      months,
      direction,
      isDrift,
      before: meanOf(shares.slice(0, -months).filter(isPresent)),
      after: meanOf(shares.slice(-months).filter(isPresent)),
      chance: found.pValue ?? 1,
    }
    const told = describeFlaggedMix(mix, { ...signalOf(found), change }, edition)
    return [told ? withTellableChances(told) : unflagged]
  })
}

function signalOf({ pValue, qValue, flagged }: TestedSeries) {
  return { chance: pValue ?? 1, falseAlarmRate: qValue ?? 1, isFlagged: flagged }
}

/** Months since the change began, among those published; null where its first month or the latest figure is not shown. */
function monthsToTell({ grid }: FamilyMember, { since, history }: FlaggedChange): number | null {
  const start = grid.periods.indexOf(since)
  const isShown = grid.periods.at(-1) === history.at(-1)?.period && isPresent(grid.values.at(-1))
  return start < 0 || !isShown ? null : grid.periods.length - start
}

/** A mean of figures received is published no finer than a figure is. */
function tellableMean({ unit, decimals }: Pick<DescribedKpi, 'unit' | 'decimals'>, mean: number): number {
  if (unit === 'count') return roundCount(mean, proposedPolicy)
  return roundTo(mean, unit === 'percent' ? 0 : decimals)
}

/** Of a flag no more than its strength, as a reader is shown it; of any other series nothing. */
function withTellableChances(one: TestedSeries): TestedSeries {
  const qValue = one.flagged ? (strengthTable[strengthOf(one.qValue)].upTo ?? bearableFalseAlarms) : null
  return { ...one, pValue: null, qValue }
}

/** Whether the target is met is told where it is whatever the figure published was before it was rounded. */
function withTargetForCertain(told: TestedSeries, { kpi, grid }: FamilyMember, asOf: string): TestedSeries {
  const value = grid.values.at(-1)
  const target = targetAt(kpi.targets, monthOf(asOf))
  if (!told.change || !target || !isPresent(value)) return told
  const isMet = toldOf(
    (figure) => meetsTarget(figure, target, kpi.direction),
    value,
    figuresBehind(kpi, value),
  )
  return isMet === 'hidden' ? { ...told, change: { ...told.change, meetsTarget: null } } : told
}
