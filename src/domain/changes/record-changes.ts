import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Target } from '../measures/measure.ts'
import type { Intervention, Trajectory } from '../plans/plan.ts'

export const recordChangeKinds = ['added', 'changed', 'withdrawn'] as const
type RecordChange = (typeof recordChangeKinds)[number]

export interface TrajectoryChange {
  kpi: string
  change: RecordChange
  approvedBy: string
  /** periods whose planned value differs */
  points: { period: string; before: number | null; after: number | null }[]
}

export interface TargetChange {
  kpi: string
  /** targets that the other edition does not have */
  before: Target[]
  after: Target[]
  /** targets that both have; left out by services that do not tell them */
  standing?: Target[] | undefined
}

export interface DefinitionChange {
  kpi: string
  change: RecordChange
  fields: { field: string; before: string | null; after: string | null }[]
}

/** A town, team or group that both editions hold under one key and another name. */
export interface RenamedMember {
  dimension: string
  /** the name of the breakdown in the later edition, such as Town */
  dimensionLabel: string
  member: string
  before: string
  after: string
}

export interface RecordedChange
  extends Pick<Intervention, 'id' | 'kpi' | 'kind' | 'title' | 'reason' | 'start' | 'end'> {
  change: RecordChange
}

/** Planned values that differ, period by period; a path approved anew without another value is a change, too. */
export function compareTrajectories(
  from: readonly Trajectory[],
  to: readonly Trajectory[],
): TrajectoryChange[] {
  return pairUp(from, to, ({ kpi }) => kpi).flatMap(([was, is]) => {
    const before = new Map(was?.points.map(({ period, planned }) => [period, planned]))
    const after = new Map(is?.points.map(({ period, planned }) => [period, planned]))
    const points = [...new Set([...before.keys(), ...after.keys()])]
      .sort()
      .map((period) => ({
        period,
        before: before.get(period) ?? null,
        after: after.get(period) ?? null,
      }))
      .filter((point) => point.before !== point.after)
    const path = is ?? was
    if (!path || (points.length === 0 && was?.approvedBy === is?.approvedBy)) return []
    return [{ kpi: path.kpi, change: changeOf(was, is), approvedBy: path.approvedBy, points }]
  })
}

/** Targets set, changed or taken back for measures that both editions have. */
export function compareTargets(from: readonly DescribedKpi[], to: readonly DescribedKpi[]): TargetChange[] {
  return pairUp(from, to, ({ id }) => id).flatMap(([was, is]) => {
    if (!was || !is) return []
    const before = was.targets.filter((target) => !is.targets.some((other) => isSame(target, other)))
    const after = is.targets.filter((target) => !was.targets.some((other) => isSame(target, other)))
    const standing = is.targets.filter((target) => !after.includes(target))
    return before.length || after.length ? [{ kpi: is.id, before, after, standing }] : []
  })
}

/** Everything that a definition says of how a measure is counted and kept; targets are compared apart. */
const definitionFields = [
  'name',
  'theme',
  'unit',
  'aggregation',
  'direction',
  'frequency',
  'decimals',
  'per',
  'definition',
  'numerator',
  'one',
  'many',
  'denominator',
  'owner',
  'source',
  'code',
  'sdc',
  'version',
  'validFrom',
] as const satisfies readonly (keyof DescribedKpi)[]

/** Definitions that are new, gone, or say something else, field by field. */
export function compareDefinitions(
  from: readonly DescribedKpi[],
  to: readonly DescribedKpi[],
): DefinitionChange[] {
  return pairUp(from, to, ({ id }) => id).flatMap(([was, is]) => {
    const kpi = is ?? was
    if (!kpi) return []
    const change = changeOf(was, is)
    if (!was || !is) return [{ kpi: kpi.id, change, fields: [] }]
    const fields = definitionFields
      .filter((field) => (was[field] ?? null) !== (is[field] ?? null) && !isFirstNoun(field, was))
      .map((field) => ({ field, before: asText(was[field] ?? null), after: asText(is[field] ?? null) }))
    return fields.length ? [{ kpi: kpi.id, change, fields }] : []
  })
}

/** Editions of before measures had nouns are worded without: that a noun is given changes nothing of what is counted. */
function isFirstNoun(field: (typeof definitionFields)[number], was: DescribedKpi): boolean {
  return (field === 'one' || field === 'many') && (was[field] ?? null) === null
}

/** Once for each name, however many measures are broken down by it. */
export function compareMemberNames(
  from: readonly DescribedKpi[],
  to: readonly DescribedKpi[],
): RenamedMember[] {
  const renamed = pairUp(namesIn(from), namesIn(to), keyOfName).flatMap(([was, is]) =>
    was && is && was.label !== is.label
      ? [
          {
            dimension: is.dimension,
            dimensionLabel: is.dimensionLabel,
            member: is.member,
            before: was.label,
            after: is.label,
          },
        ]
      : [],
  )
  return [...new Map(renamed.map((one) => [JSON.stringify(one), one])).values()]
}

interface NameOfMember {
  kpi: string
  dimension: string
  dimensionLabel: string
  member: string
  label: string
}

function keyOfName({ kpi, dimension, member }: NameOfMember): string {
  return JSON.stringify([kpi, dimension, member])
}

function namesIn(kpis: readonly DescribedKpi[]): NameOfMember[] {
  return kpis.flatMap((kpi) =>
    kpi.dimensions.flatMap(({ id, label: dimensionLabel, members }) =>
      members.map((member) => ({
        kpi: kpi.id,
        dimension: id,
        dimensionLabel,
        member: member.id,
        label: member.label,
      })),
    ),
  )
}

/** Surges, re-baselines and definition breaks that were recorded, changed (a surge that ended) or taken back. */
export function compareRecordedChanges(
  from: readonly Intervention[],
  to: readonly Intervention[],
): RecordedChange[] {
  return pairUp(from, to, ({ id }) => id).flatMap(([was, is]) => {
    const item = is ?? was
    if (!item || (was && is && isSame(was, is))) return []
    const { id, kpi, kind, title, reason, start, end } = item
    return [{ id, kpi, kind, change: changeOf(was, is), title, reason, start, end }]
  })
}

/** What both sides hold under one key, in the order of the later side; what only the earlier holds comes last. */
function pairUp<Item>(
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string,
): [Item | undefined, Item | undefined][] {
  const earlier = new Map(from.map((item) => [keyOf(item), item]))
  const later = new Set(to.map(keyOf))
  return [
    ...to.map((item): [Item | undefined, Item] => [earlier.get(keyOf(item)), item]),
    ...from.filter((item) => !later.has(keyOf(item))).map((item): [Item, undefined] => [item, undefined]),
  ]
}

function changeOf(was: unknown, is: unknown): RecordChange {
  if (was === undefined) return 'added'
  return is === undefined ? 'withdrawn' : 'changed'
}

/** Flat records: the same fields with the same values, in whatever order they were stored. */
function isSame(one: object, other: object): boolean {
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value)
}

function asText(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
