import { and, gte, isNull, lte, or } from 'drizzle-orm'
import { isWholeMeasure, type RemovedPart, type TakeBack } from '../../../src/domain/editions/take-back.ts'
import type { Milestone } from '../../../src/domain/plans/plan.ts'
import { freezeLog } from '../action-store.ts'
import type { RecordSets } from '../publish-records.ts'
import type { Queries } from '../queries.ts'
import { readStandingRecords, selectRecords } from '../record-store.ts'
import { exactTables } from '../schema/exact.ts'
import type { StoredRecord } from '../schema/versioned.ts'

/**
 * Documents as they will stand: those of the edition that is stood on again, or those that stand without what is taken
 * out. The log of actions is what it is now, since what was recorded happened; comments for the next edition wait for
 * one with figures.
 */
export async function recordsAfter(queries: Queries, takesBack: TakeBack): Promise<RecordSets> {
  const log = await freezeLog(queries, [])
  const standing = await readStandingRecords(queries, exactTables)
  const kept = (
    takesBack.kind === 'roll-back'
      ? asReleasedNow(await readRecordsOf(queries, takesBack.to), standing)
      : withoutParts(standing, takesBack.parts, new Set(log.flatMap(({ link }) => link ?? [])))
  ).filter(({ kind }) => kind !== 'holdings' && kind !== 'action')
  const linkable = new Set(
    kept.filter(({ kind }) => kind === 'kpi' || kind === 'milestone').map(({ id }) => id),
  )
  const actions = log.map((action, position): StoredRecord => {
    const link = action.link !== null && linkable.has(action.link) ? action.link : null
    return { kind: 'action', id: action.id, position: position + 1, document: { ...action, link } }
  })
  return {
    merged: [...kept, ...actions],
    kpis: new Map(kept.flatMap((record) => (record.kind === 'kpi' ? [[record.id, record.document]] : []))),
    kpisToProtectAgain: new Set(),
    kpisToDescribeAgain: new Set(
      [...standing, ...kept].flatMap(({ kind, id }) => (kind === 'kpi' ? [id] : [])),
    ),
    goneMilestones: standing.flatMap((record) =>
      record.kind === 'milestone' && !linkable.has(record.id) ? [asUnreleased(record.document)] : [],
    ),
  }
}

/** What was released then and is for officers now stays for officers. */
function asReleasedNow(then: readonly StoredRecord[], now: readonly StoredRecord[]): StoredRecord[] {
  const forOfficers = new Set(
    now.flatMap((record) =>
      (record.kind === 'milestone' || record.kind === 'commentary') && record.document.release === 'officer'
        ? [`${record.kind} ${record.id}`]
        : [],
    ),
  )
  return then.map((record): StoredRecord => {
    if (!forOfficers.has(`${record.kind} ${record.id}`)) return record
    switch (record.kind) {
      case 'milestone':
        return { ...record, document: { ...record.document, release: 'officer' } }
      case 'commentary':
        return { ...record, document: { ...record.document, release: 'officer' } }
      default:
        return record
    }
  })
}

const asUnreleased = ({ id }: Milestone) => ({ id, release: 'officer' as const })

async function readRecordsOf(queries: Queries, edition: number): Promise<StoredRecord[]> {
  const { record } = exactTables
  return await selectRecords(
    queries,
    exactTables,
    and(lte(record.firstEdition, edition), or(isNull(record.lastEdition), gte(record.lastEdition, edition))),
  )
}

/**
 * A measure goes with its definition, path, recorded changes and comments, unless a milestone, a risk or an action
 * names it: then its definition stays, and it is a measure without figures. Comments on a period go with it.
 */
function withoutParts(
  standing: readonly StoredRecord[],
  parts: readonly RemovedPart[],
  linked: ReadonlySet<string>,
): StoredRecord[] {
  const named = new Set([
    ...linked,
    ...standing.flatMap((record) =>
      record.kind === 'milestone' || record.kind === 'risk' ? (record.document.kpi ?? []) : [],
    ),
  ])
  const emptied = new Set(parts.filter(isWholeMeasure).map(({ kpi }) => kpi))
  const isGone = (kpi: string | null) => kpi !== null && emptied.has(kpi) && !named.has(kpi)
  return standing.filter((record) => {
    switch (record.kind) {
      case 'kpi':
        return !isGone(record.id)
      case 'trajectory':
      case 'intervention':
        return !isGone(record.document.kpi)
      case 'commentary': {
        const { kpi, period } = record.document
        return !parts.some(
          (part) => part.kpi === kpi && part.dimension === undefined && (part.period ?? period) === period,
        )
      }
      default:
        return true
    }
  })
}
