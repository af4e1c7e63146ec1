import { commentaryKey } from '../../src/domain/commentary/commentary.ts'
import type { MemberLabel } from '../../src/domain/editions/publication.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Milestone } from '../../src/domain/plans/plan.ts'
import { freezeLog, releaseLog } from './action-store.ts'
import { freezeDrafts } from './commentary-store.ts'
import type { Queries } from './database.ts'
import { describeStandingHoldings } from './holdings-store.ts'
import { planOf, protectRecords } from './protect-records.ts'
import type { PublicationSource } from './publication-source.ts'
import { compareRecords, mergeRecords, readStandingRecords, writeRecords } from './record-store.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import type { AudienceTables, StoredRecord } from './schema/versioned.ts'

/** Documents as they will stand, and what follows from them for the figures. */
export interface RecordSets {
  /** of the exact set, holdings left out */
  merged: readonly StoredRecord[]
  kpis: ReadonlyMap<string, KpiDefinition>
  /** measures whose figures are protected by another rule than before */
  kpisToProtectAgain: ReadonlySet<string>
  /** measures whose definition is new or changed, or whose members may be called something else */
  kpisToDescribeAgain: ReadonlySet<string>
  /** milestones that will stand no longer: an action that is linked to one is told without it */
  goneMilestones?: readonly Pick<Milestone, 'id' | 'release'>[]
}

function memberRecordId({ dimension, member }: Pick<MemberLabel, 'dimension' | 'member'>): string {
  return `${dimension}\u001f${member}`
}

/** the log stands in a table of its own, and is frozen whole */
const nothingStanding: Extract<StoredRecord, { kind: 'action' }>[] = []

export async function readMergedRecords(
  queries: Queries,
  publication: PublicationSource,
): Promise<RecordSets> {
  const log = await freezeLog(queries, publication.actions ?? [])
  const drafts = await freezeDrafts(queries)
  const standing = await readStandingRecords(queries, exactTables)
  const merged = [
    ...mergeRecords(
      standing.filter((record) => record.kind === 'kpi'),
      publication.kpis,
      ({ id }) => id,
      (place, document) => ({ kind: 'kpi', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'member'),
      publication.members,
      memberRecordId,
      (place, document) => ({ kind: 'member', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'workstream'),
      publication.workstreams,
      ({ id }) => id,
      (place, document) => ({ kind: 'workstream', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'milestone'),
      publication.milestones,
      ({ id }) => id,
      (place, document) => ({ kind: 'milestone', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'trajectory'),
      publication.trajectories,
      ({ kpi }) => kpi,
      (place, document) => ({ kind: 'trajectory', ...place, document }),
    ),
    ...mergeRecords(
      standing
        .filter((record) => record.kind === 'intervention')
        .filter(({ id }) => !publication.takenBack?.includes(id)),
      publication.interventions,
      ({ id }) => id,
      (place, document) => ({ kind: 'intervention', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'risk'),
      publication.risks,
      ({ id }) => id,
      (place, document) => ({ kind: 'risk', ...place, document }),
    ),
    ...mergeRecords(
      nothingStanding,
      log,
      ({ id }) => id,
      (place, document) => ({ kind: 'action', ...place, document }),
    ),
    ...mergeRecords(
      standing.filter((record) => record.kind === 'commentary'),
      [...(publication.commentary ?? []), ...drafts],
      commentaryKey,
      (place, document) => ({ kind: 'commentary', ...place, document }),
    ),
  ]
  const kpis = definitionsOf(merged)
  const before = definitionsOf(standing)
  return {
    merged,
    kpis,
    kpisToProtectAgain: new Set(
      publication.kpis.flatMap((kpi) => {
        const old = before.get(kpi.id)
        return old && isProtectedOtherwise(old, kpi) ? [kpi.id] : []
      }),
    ),
    kpisToDescribeAgain: new Set(
      publication.members.length ? kpis.keys() : publication.kpis.map((kpi) => kpi.id),
    ),
  }
}

function definitionsOf(records: readonly StoredRecord[]): Map<string, KpiDefinition> {
  const definitions = records.filter((record) => record.kind === 'kpi')
  return new Map(definitions.map((record) => [record.id, record.document]))
}

/** Whether a change of definition changes what the protected set may hold of figures that already stand. */
function isProtectedOtherwise(before: KpiDefinition, after: KpiDefinition): boolean {
  return (
    before.sdc !== after.sdc ||
    before.unit !== after.unit ||
    before.decimals !== after.decimals ||
    (before.percentile ?? null) !== (after.percentile ?? null)
  )
}

export interface RecordCounts {
  definitions: number
  planItems: number
}

interface RecordPublication {
  edition: number
  organisation: string
  records: RecordSets
  /** measures of which each set has a new or changed figure */
  touched: Record<'exact' | 'protected', ReadonlySet<string>>
}

export async function publishRecords(
  queries: Queries,
  { edition, organisation, records, touched }: RecordPublication,
): Promise<Record<'exact' | 'protected', RecordCounts>> {
  const publishInto = async (
    tables: AudienceTables,
    wanted: readonly StoredRecord[],
    touchedKpis: ReadonlySet<string>,
  ) => {
    const standing = await readStandingRecords(queries, tables)
    const changed = new Set([...touchedKpis, ...records.kpisToDescribeAgain])
    const definitions = wanted.filter((record) => record.kind === 'kpi').filter(({ id }) => changed.has(id))
    const described = await describeStandingHoldings(
      queries,
      tables,
      definitions.map(({ document, position }) => ({ definition: document, position })),
      wanted.filter((record) => record.kind === 'member').map((record) => record.document),
      organisation,
    )
    const undisturbed = standing.filter((record) => record.kind === 'holdings' && !changed.has(record.id))
    const change = compareRecords(standing, [...wanted, ...undisturbed, ...described])
    await writeRecords(queries, tables, edition, change)
    const takenBack = change.withdrawn.filter(({ kind }) => kind === 'intervention')
    return countRecords([...change.written, ...takenBack])
  }
  await releaseLog(queries, [...planOf(records.merged).milestones, ...(records.goneMilestones ?? [])])
  return {
    exact: await publishInto(exactTables, records.merged, touched.exact),
    protected: await publishInto(protectedTables, protectRecords(records.merged), touched.protected),
  }
}

const planKinds: ReadonlySet<StoredRecord['kind']> = new Set([
  'workstream',
  'milestone',
  'trajectory',
  'intervention',
  'risk',
  'action',
  'commentary',
])

function countRecords(written: readonly StoredRecord[]): RecordCounts {
  return {
    definitions: written.filter((record) => record.kind === 'kpi').length,
    planItems: written.filter((record) => planKinds.has(record.kind)).length,
  }
}
