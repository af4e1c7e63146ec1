import { type DisclosureCell, isDivided } from '../../disclosure/cells.ts'
import { figuresBehind, toldOf } from '../../disclosure/figures-behind.ts'
import type { Ledger } from '../../disclosure/ledger.ts'
import { needsProtection, protectDefinition } from '../../disclosure/protect.ts'
import type { Statement } from '../../disclosure/statements.ts'
import { keepTellable, type Verdict } from '../../disclosure/tellable.ts'
import { borough, type KpiDefinition, meetsTarget, targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import type { Plan } from '../../plans/plan.ts'
import { positionOnTrajectory } from '../../trajectory/judge-position.ts'
import type { HiddenByRounding } from '../edition-analysis.ts'

/** Of each measure, on which side of what its latest figure is not said to lie, since it would give a number away. */
export type UntoldSides = ReadonlyMap<string, readonly HiddenByRounding[]>

type JudgedKpi = Pick<KpiDefinition, 'id' | 'unit' | 'sdc' | 'decimals' | 'direction' | 'targets'>

/** What the sides of figures follow from. */
export interface SidesOf {
  kpis: readonly JudgedKpi[]
  plan: Pick<Plan, 'trajectories'>
  asOf: string
}

interface Side extends Verdict {
  kpi: string
  side: HiddenByRounding
}

/**
 * Which sides of a target or plan the public is not told, since together with all that is published they would narrow
 * what is protected. Of those alone that the published figure bears out: others are hidden anyhow (hiddenSides). The
 * target is the more telling of the two and judged first, with the run of figures up to the latest that lie on the same
 * side of it; where that run would tell too much, the latest figure alone. What is told stays in the ledger, for this
 * edition and those after it.
 *
 * @example 12 shown as 10, of three parts that are withheld; that 9 is missed leaves 10 to 12, and no part of 1
 */
export function untoldSides(ledger: Ledger, { kpis, plan, asOf }: SidesOf): UntoldSides {
  const measures = kpis.filter(needsProtection).flatMap((kpi) => {
    const shown = wholesOf(ledger, kpi.id)
    return shown.at(-1)?.shown.value == null ? [] : [{ kpi, shown }]
  })
  const runs = keepTellable(
    ledger,
    measures.map(({ kpi, shown }) => targetOf(kpi, shown, asOf)),
  ).hidden
  const isRunHidden = new Set(runs.map(({ kpi }) => kpi))
  const ofRuns = measures.filter(({ kpi }) => isRunHidden.has(kpi.id))
  const latest = keepTellable(
    ledger,
    ofRuns.map(({ kpi, shown }) => targetOf(kpi, shown.slice(-1), asOf)),
  )
  const plans = keepTellable(
    ledger,
    measures.map(({ kpi, shown }) => planOf(kpi, shown, plan)),
  )
  const soFar = latest.told.map((side): Side => ({ ...side, side: 'target-so-far' }))
  const hidden = [...latest.hidden, ...soFar, ...plans.hidden]
  return new Map(
    [...Map.groupBy(hidden, ({ kpi }) => kpi)].map(([kpi, sides]) => [kpi, sides.map(({ side }) => side)]),
  )
}

function wholesOf({ standing }: Ledger, kpi: string): DisclosureCell[] {
  return standing
    .periodsOf(kpi)
    .flatMap((period) => standing.at(kpi, period, borough.dimension, borough.member) ?? [])
}

/** The figures in a row, up to the latest, that meet the target, or that miss it; as long as what is shown does too. */
function targetOf(kpi: JudgedKpi, wholes: readonly DisclosureCell[], asOf: string): Side {
  const target = targetAt(kpi.targets, monthOf(asOf))
  const answer = (value: number) => target && meetsTarget(value, target, kpi.direction)
  const answerOf = (cell: DisclosureCell | undefined) => cell && toldOfCell(kpi, cell, answer)
  const isMet = answerOf(wholes.at(-1)) ?? null
  const start = wholes.findLastIndex((cell) => answerOf(cell) !== isMet)
  const { value, lower, upper } = target ?? { value: null, lower: null, upper: null }
  const [least, most] =
    value === null ? [lower, upper] : kpi.direction === 'up' ? [value, null] : [null, value]
  const saidOf = (cell: DisclosureCell): Statement[] => {
    const exact = cell.exact.value ?? 0
    if (isMet === null || isMet === 'hidden') return []
    if (!isMet)
      return least !== null && exact < least
        ? [statementOf(cell, kpi, 'below', least)]
        : most === null
          ? []
          : [statementOf(cell, kpi, 'above', most)]
    return [
      ...(least === null ? [] : [statementOf(cell, kpi, 'at-least', least)]),
      ...(most === null ? [] : [statementOf(cell, kpi, 'at-most', most)]),
    ]
  }
  return { kpi: kpi.id, side: 'target', statements: wholes.slice(start + 1).flatMap(saidOf) }
}

/** What is said of a figure whatever it was before it was rounded; null of one that is withheld. */
function toldOfCell<Said>(
  { unit }: JudgedKpi,
  { exact, shown }: DisclosureCell,
  judge: (value: number) => Said,
) {
  return shown.value === null ? null : toldOf(judge, shown.value, figuresBehind(unit, shown, exact.value))
}

/** Ahead of the plan, level with it or behind, as it is told with the decimals that are published. */
function planOf(kpi: JudgedKpi, wholes: readonly DisclosureCell[], plan: SidesOf['plan']): Side {
  const nothing: Side = { kpi: kpi.id, side: 'plan', statements: [] }
  const cell = wholes.at(-1)
  const trajectory = plan.trajectories.find((path) => path.kpi === kpi.id) ?? null
  const { decimals } = protectDefinition(kpi)
  const positionOf = (value: number | null | undefined) =>
    cell && value != null
      ? positionOnTrajectory(trajectory, kpi.direction, { period: cell.exact.period, value }, decimals)
      : null
  const exact = positionOf(cell?.exact.value)
  if (!cell || exact?.kind !== 'position' || exact.standing === 'none') return nothing
  const standingAt = (value: number) => {
    const position = positionOf(value)
    return position?.kind === 'position' ? position.standing : null
  }
  if (toldOfCell(kpi, cell, standingAt) !== exact.standing) return nothing
  const half = 0.5 * 10 ** -decimals
  const { planned, gap, standing } = exact
  const said = (kind: Bounded, bound: number) => statementOf(cell, kpi, kind, bound)
  if (standing === 'level')
    return { ...nothing, statements: [said('above', planned - half), said('below', planned + half)] }
  const away = gap > 0 ? said('at-least', planned + half) : said('at-most', planned - half)
  return { ...nothing, statements: [away] }
}

type Bounded = 'at-least' | 'above' | 'at-most' | 'below'

function statementOf({ exact }: DisclosureCell, kpi: JudgedKpi, kind: Bounded, bound: number): Statement {
  const { dimension, member, period } = exact
  const says = isDivided(kpi) ? ofUnrounded(kpi, exact.value ?? 0, kind, bound) : { kind, bound }
  return { kpi: kpi.id, dimension, member, period, says }
}

/**
 * A share is judged as it was received, to so many decimals; its counts are those of the share before it was rounded.
 *
 * @example 85.0, received to one decimal, at least 85 → at least 84.95
 */
function ofUnrounded(
  { decimals }: JudgedKpi,
  value: number,
  kind: Bounded,
  bound: number,
): Statement['says'] {
  const step = 10 ** -decimals
  const inSteps = (number: number) => Number((number / step).toFixed(6))
  if (!Number.isInteger(inSteps(value))) return { kind, bound }
  const isFrom = kind === 'at-least' || kind === 'below'
  const first = isFrom ? Math.ceil(inSteps(bound)) : Math.floor(inSteps(bound)) + 1
  const edge = (first - 0.5) * step
  return { kind: kind === 'at-least' || kind === 'above' ? 'at-least' : 'at-most', bound: edge }
}
