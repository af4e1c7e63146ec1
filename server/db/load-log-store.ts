import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { LoadLogEntry } from '../../src/contract/load-log.ts'
import type { Load } from '../../src/contract/loads.ts'
import { instant } from './editions.ts'
import type { Queries } from './queries.ts'
import { scheduledOf } from './scheduled-store.ts'
import { editionTable } from './schema/editions.ts'
import { loadLogTable } from './schema/load-log.ts'
import { scheduledLoadTable } from './schema/shared.ts'

type Brought = Pick<LoadLogEntry, 'at' | 'who' | 'files' | 'mapping'>

/** Notes a load as it was checked. */
export async function logLoad(queries: Queries, load: Load, { at, ...brought }: Brought): Promise<void> {
  const { id, state, problems, preview, takesBack = null } = load
  await queries.insert(loadLogTable).values({
    id,
    ...brought,
    at: new Date(at),
    state,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    notices: problems.filter(({ severity }) => severity === 'notice').length,
    changes: preview,
    takesBack,
  })
}

interface Published extends Pick<LoadLogEntry, 'publishedBy' | 'label' | 'note' | 'reason'> {
  publishedAt: string
  edition: number
}

/** Notes what a load became, inside the transaction that publishes it. */
export async function logPublication(
  queries: Queries,
  id: string,
  { publishedAt, ...published }: Published,
): Promise<void> {
  await queries
    .update(loadLogTable)
    .set({ state: 'published', publishedAt: new Date(publishedAt), ...published })
    .where(eq(loadLogTable.id, id))
}

/** Every load, newest first. */
export async function readLoadLog(queries: Queries): Promise<LoadLogEntry[]> {
  const rows = await queries
    .select({
      log: loadLogTable,
      at: editionTable.withdrawnAt,
      reason: editionTable.withdrawnReason,
      scheduled: scheduledLoadTable,
    })
    .from(loadLogTable)
    .leftJoin(editionTable, eq(editionTable.number, loadLogTable.edition))
    .leftJoin(scheduledLoadTable, eq(scheduledLoadTable.load, loadLogTable.id))
    .orderBy(desc(loadLogTable.at))
  return rows.map(({ log: { takesBack, ...log }, at, reason, scheduled }) => ({
    ...log,
    at: instant(log.at),
    publishedAt: log.publishedAt && instant(log.publishedAt),
    ...(takesBack && { takesBack }),
    ...(scheduled && { scheduled: scheduledOf(scheduled) }),
    withdrawal: at && { at: instant(at), reason: reason ?? '' },
  }))
}

/** When files were last read by each saved mapping, by its name, and by which version of it. */
export async function readMappingUses(
  queries: Queries,
): Promise<Map<string, { at: string; version: number }>> {
  const rows = await queries
    .select({ at: loadLogTable.at, mapping: loadLogTable.mapping })
    .from(loadLogTable)
    .where(isNotNull(loadLogTable.mapping))
    .orderBy(asc(loadLogTable.at))
  return new Map(
    rows.flatMap(({ at, mapping }) =>
      (mapping?.saved ?? []).map(({ name, version }) => [name, { at: instant(at), version }]),
    ),
  )
}

/** The edition that a load became, however long ago; null where it did not. */
export async function findPublication(queries: Queries, load: string): Promise<number | null> {
  const [row] = await queries
    .select({ edition: loadLogTable.edition })
    .from(loadLogTable)
    .where(eq(loadLogTable.id, load))
  return row?.edition ?? null
}
