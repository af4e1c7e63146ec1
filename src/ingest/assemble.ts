import type { Action } from '../domain/actions/action.ts'
import type { Commentary } from '../domain/commentary/commentary.ts'
import type { Organisation, Publication } from '../domain/editions/publication.ts'
import { listed } from '../domain/measures/format.ts'
import { type KpiDefinition, rateBaseOf, type Target, targetAt } from '../domain/measures/measure.ts'
import type { Intervention, Milestone, Risk, Trajectory, Workstream } from '../domain/plans/plan.ts'
import { warnOfUnknownHolidays } from '../domain/plans/working-days.ts'
import { addActions } from './add-actions.ts'
import type { Cells } from './cells.ts'
import { type InterventionRow, interventionsOf, takenBack } from './files/interventions.ts'
import type { MemberRow } from './files/members.ts'
import type { MoveRow } from './files/milestone-moves.ts'
import type { ReviewRow } from './files/risk-reviews.ts'
import type { TargetRow } from './files/targets.ts'
import type { TrajectoryRow } from './files/trajectory.ts'
import { problemAt, type Report } from './problem.ts'
import type { Placed } from './record-file.ts'
import type { Standing } from './standing.ts'

/** Everything that the small files of a load say. */
export interface LoadedRecords {
  organisation: Organisation | null
  kpis: Placed<KpiDefinition>[]
  /** ids of measures whose definitions have a fault, with their lines */
  refusedKpis: ReadonlyMap<string, number>
  targets: Placed<TargetRow>[]
  trajectory: Placed<TrajectoryRow>[]
  milestones: Placed<Milestone>[]
  moves: Placed<MoveRow>[]
  workstreams: Placed<Workstream>[]
  interventions: Placed<InterventionRow>[]
  risks: Placed<Risk>[]
  reviews: Placed<ReviewRow>[]
  members: Placed<MemberRow>[]
  actions: Placed<Action>[]
  commentary: Placed<Commentary>[]
}

export type AssembledRecords = Pick<
  Publication,
  | 'kpis'
  | 'workstreams'
  | 'milestones'
  | 'trajectories'
  | 'interventions'
  | 'takenBack'
  | 'risks'
  | 'actions'
  | 'commentary'
>

/**
 * The documents that a load publishes, standing on the edition before. A history (targets of targets.csv, a
 * trajectory) replaces the one that stood; events (moves, reviews) are added to those that stood.
 */
export function assembleRecords(loaded: LoadedRecords, standing: Standing, report: Report): AssembledRecords {
  return {
    kpis: assembleKpis(loaded, standing, report),
    workstreams: loaded.workstreams.map(({ item }) => item),
    milestones: assembleMilestones(loaded, standing, report),
    trajectories: assembleTrajectories(loaded.trajectory),
    interventions: interventionsOf(loaded.interventions.map(({ item }) => item)),
    takenBack: loaded.interventions.flatMap(({ item }) => (item.kind === takenBack ? item.id : [])),
    risks: assembleRisks(loaded, standing),
    actions: addActions(loaded.actions, standing.actions, report),
    commentary: loaded.commentary.map(({ item }) => item),
  }
}

/** A measure whose targets no file names keeps those that stood; one of kpis.csv replaces its own month. */
function assembleKpis({ kpis, targets }: LoadedRecords, standing: Standing, report: Report): KpiDefinition[] {
  const before = byId(standing.kpis)
  for (const placed of kpis) refuseOtherMeasure(placed, before.get(placed.item.id), report)
  const given = byId(
    kpis.map((placed) => {
      const stood = before.get(placed.item.id)
      return withAddsUp(withRateBase(placed, stood, report), stood)
    }),
  )
  const histories = Map.groupBy(
    targets.map(({ item }) => item),
    ({ kpi }) => kpi,
  )
  const ids = new Set([...given.keys(), ...histories.keys()])
  return [...ids].flatMap((id) => {
    const definition = given.get(id) ?? before.get(id)
    if (!definition) return []
    const own = given.get(id)?.targets ?? []
    const history = histories.get(id)?.map(({ kpi: _, ...target }) => withDeadline(target, own))
    const stood = (before.get(id)?.targets ?? []).filter(({ from }) => own.every((one) => one.from !== from))
    const added = own.filter((one) => !isWhatStood(one, targetAt(stood, one.from)))
    return [{ ...definition, targets: inOrder(history ?? [...stood, ...added]) }]
  })
}

/** Figures of another unit or frequency would stand in one series with those that were published before. */
function refuseOtherMeasure(
  { item, cells }: Placed<KpiDefinition>,
  stood: KpiDefinition | undefined,
  report: Report,
) {
  if (!stood) return
  const refuse = (column: string, before: string) =>
    report({
      severity: 'error',
      ...cells.place(column),
      message: `${item.id} was published with ${column} ${before}, and its figures stand`,
      remedy: `write ${before}, or give the new measure an id of its own`,
    })
  nameChanges(item, stood, cells, report)
  if (stood.unit !== item.unit) refuse('unit', stood.unit)
  if (stood.frequency !== item.frequency) refuse('freq', stood.frequency)
  const base = rateBaseOf(stood)
  if (item.unit === 'rate' && item.per !== null && item.per !== base) refuse('per', String(base))
}

/** What makes other figures of the same cases, by the column that says it, and as everybody reads it at the break. */
const meanings = [
  ['agg', 'aggregation', 'how it is combined'],
  ['direction', 'direction', 'which way is better'],
  ['sdc', 'sdc', 'how it is protected in public'],
  ['percentile', 'percentile', 'which percentile it is'],
] as const
const wordings = ['name', 'definition', 'numerator', 'denominator'] as const

/** A measure that is counted, judged or protected otherwise is a new version of itself, from a day on. */
function nameChanges(item: KpiDefinition, stood: KpiDefinition, cells: Cells, report: Report) {
  const changed = findMeaningChanges(item, stood)
  if (changed.length === 0) {
    const reworded = wordings.filter((column) => item[column] !== stood[column])
    if (reworded.length > 0 && item.version <= stood.version) {
      cells.notice(
        reworded[0] ?? 'definition',
        `the ${reworded.join(', the ')} of ${item.id} reads otherwise than before, and its version is the same`,
        'nothing, if the same is counted; else give it a new version and the day from which it holds',
      )
    }
    return
  }
  const said = `${item.id} changes ${changed.join(', ')}`
  if (item.version <= stood.version) {
    cells.fault(
      'version',
      `${said}: that is another definition under the same version`,
      `write ${stood.version + 1} in version, and in valid_from the day from which it holds`,
    )
  }
  if (item.validFrom <= stood.validFrom) {
    cells.fault(
      'valid_from',
      `${said}, and would have held from ${item.validFrom}: the definition before it holds from ${stood.validFrom}`,
      'give the day from which the new definition holds: charts are broken there',
    )
  }
  if (!cells.isSound()) return
  report(
    problemAt(cells.place(changedColumn(item, stood))).asked(
      `${said}: its charts get a break on ${item.validFrom}`,
      'publish it with a reason, which is shown at the break; or put back what stood',
    ),
  )
}

function changedColumn(item: KpiDefinition, stood: KpiDefinition): string {
  return meanings.find(([, key]) => isOther(item, stood, key))?.[0] ?? 'version'
}

function isOther(item: KpiDefinition, stood: KpiDefinition, key: (typeof meanings)[number][1]): boolean {
  return (item[key] ?? null) !== (stood[key] ?? null)
}

/** @example agg from P to S, direction from down to up */
export function findMeaningChanges(item: KpiDefinition, stood: KpiDefinition): string[] {
  return meanings.flatMap(([column, key]) =>
    isOther(item, stood, key)
      ? [`${column} from ${stood[key] ?? 'nothing'} to ${item[key] ?? 'nothing'}`]
      : [],
  )
}

/** The breaks that new definitions make, but those that interventions.csv tells itself. Their reason is given at publication. */
export function breaksOfDefinitions(
  kpis: readonly KpiDefinition[],
  before: readonly KpiDefinition[],
  interventions: readonly Intervention[],
): Omit<Intervention, 'reason'>[] {
  const stood = byId(before)
  return kpis.flatMap((kpi) => {
    const old = stood.get(kpi.id)
    const changed = old ? meanings.flatMap(([, key, words]) => (isOther(kpi, old, key) ? [words] : [])) : []
    const isTold = interventions.some(
      ({ kind, start, kpi: of }) =>
        kind === 'definition-break' && start === kpi.validFrom && (of === null || of === kpi.id),
    )
    if (changed.length === 0 || isTold) return []
    return [
      {
        id: `definition-${kpi.id}-${kpi.version}`,
        kpi: kpi.id,
        kind: 'definition-break' as const,
        start: kpi.validFrom,
        end: null,
        title: `Redefined: ${listed(changed)}`,
      },
    ]
  })
}

/** A rate that does not say what it is per keeps what it was; a new one counts per 100,000, and that is said. */
function withRateBase(
  { item, cells }: Placed<KpiDefinition>,
  stood: KpiDefinition | undefined,
  report: Report,
): KpiDefinition {
  if (item.unit !== 'rate' || item.per !== null) return item
  const per = rateBaseOf(stood ?? item)
  if (!stood) {
    report({
      severity: 'notice',
      ...cells.place('unit'),
      message: `${item.id} is a rate and does not say what it is per: it is taken to be per ${per}`,
      remedy: 'add the column per to kpis.csv, with 1000, 10000 or 100000',
    })
  }
  return { ...item, per }
}

/** A new version of a definition repeats the target that holds: it is no other target, and was set by whoever set it. */
function isWhatStood(one: Target, stood: Target | null): boolean {
  return (['value', 'lower', 'upper', 'by'] as const).every((part) => one[part] === stood?.[part])
}

/** Which breakdowns add up stays as it was said before where a file does not say. */
function withAddsUp(item: KpiDefinition, stood: KpiDefinition | undefined): KpiDefinition {
  if (item.addsUp || !stood?.addsUp || item.aggregation === 'X') return item
  return { ...item, addsUp: stood.addsUp }
}

/** The measures of which a load says for the first time, or otherwise than before, what adds up. */
export function saysOtherwiseWhatAddsUp(
  kpis: readonly KpiDefinition[],
  before: readonly KpiDefinition[],
): KpiDefinition[] {
  const stood = byId(before)
  return kpis.filter(({ id, addsUp }) => addsUp && addsUp.join() !== stood.get(id)?.addsUp?.join())
}

/** targets.csv has no date to reach a target by; kpis.csv has one for the target that it repeats. */
function withDeadline(target: Target, own: readonly Target[]): Target {
  return { ...target, by: own.find(({ value }) => value === target.value)?.by ?? target.by }
}

function inOrder(targets: readonly Target[]): Target[] {
  return targets.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

function assembleMilestones(
  { milestones, moves }: LoadedRecords,
  standing: Standing,
  report: Report,
): Milestone[] {
  const before = byId(standing.plan.milestones)
  const given = new Map(milestones.map((placed) => [placed.item.id, placed]))
  const movesOf = Map.groupBy(
    moves.map(({ item }) => item),
    ({ milestone }) => milestone,
  )
  for (const { item, cells } of milestones) {
    warnBeyondHolidays(item, cells, report)
    const stood = before.get(item.id)
    if (stood && stood.baselineDue !== item.baselineDue) {
      report({
        severity: 'error',
        ...cells.place('baseline_due'),
        message: `${item.id} was first promised for ${stood.baselineDue}, and that never changes`,
        remedy: `write ${stood.baselineDue} here and the new date in current_due, with its move in milestone-moves.csv`,
      })
    }
  }
  const ids = new Set([...given.keys(), ...movesOf.keys()])
  return [...ids].flatMap((id) => {
    const milestone = given.get(id)?.item ?? before.get(id)
    if (!milestone) return []
    const added = (movesOf.get(id) ?? []).map(({ milestone: _, ...move }) => move)
    const brought = new Set(added.map(({ movedOn, to }) => `${movedOn} ${to}`))
    const isNew = ({ movedOn, to }: Milestone['moves'][number]) => !brought.has(`${movedOn} ${to}`)
    const all = [...(before.get(id)?.moves ?? []).filter(isNew), ...added]
    return [{ ...milestone, moves: all.toSorted((a, b) => (a.movedOn < b.movedOn ? -1 : 1)) }]
  })
}

/** Slip is counted in working days, and the stored copy of the bank holidays ends. */
function warnBeyondHolidays({ currentDue }: Milestone, cells: Placed<Milestone>['cells'], report: Report) {
  const warning = warnOfUnknownHolidays(currentDue)
  if (warning === null) return
  report({
    severity: 'notice',
    ...cells.place('current_due'),
    message: `the milestone is due on ${currentDue}. ${warning}`,
    remedy: 'use a newer version before then, or its slip in working days will be a few days too long',
  })
}

function assembleTrajectories(rows: readonly Placed<TrajectoryRow>[]): Trajectory[] {
  const byKpi = Map.groupBy(
    rows.map(({ item }) => item),
    ({ kpi }) => kpi,
  )
  return [...byKpi].map(([kpi, own]) => {
    const points = own
      .map(({ period, planned }) => ({ period, planned }))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    return { kpi, approvedBy: [...new Set(own.map((row) => row.approvedBy))].join('; '), points }
  })
}

function assembleRisks({ risks, reviews }: LoadedRecords, standing: Standing): Risk[] {
  const before = byId(standing.plan.risks)
  const given = byId(risks.map(({ item }) => item))
  const reviewsOf = Map.groupBy(
    reviews.map(({ item }) => item),
    ({ risk }) => risk,
  )
  const ids = new Set([...given.keys(), ...reviewsOf.keys()])
  return [...ids].flatMap((id) => {
    const risk = given.get(id) ?? before.get(id)
    if (!risk) return []
    const added = (reviewsOf.get(id) ?? []).map(({ risk: _, ...review }) => review)
    const days = new Set(added.map(({ reviewedOn }) => reviewedOn))
    const stood = (before.get(id)?.reviews ?? []).filter(({ reviewedOn }) => !days.has(reviewedOn))
    const all = [...stood, ...added].toSorted((a, b) => (a.reviewedOn < b.reviewedOn ? -1 : 1))
    return [{ ...risk, reviews: all }]
  })
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
