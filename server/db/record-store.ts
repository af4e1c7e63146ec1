import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import type { AudienceTables, StoredRecord } from './schema/versioned.ts'

/** The documents that stand in the newest edition, in their order. */
export async function readStandingRecords(
  queries: Queries,
  tables: AudienceTables,
  kind?: StoredRecord['kind'],
): Promise<StoredRecord[]> {
  const { record } = tables
  return await selectRecords(
    queries,
    tables,
    and(isNull(record.lastEdition), kind ? eq(record.kind, kind) : undefined),
  )
}

/** Documents by kind, each kind in its order. The row as one cell, so that a kind and its document stay together. */
export async function selectRecords(
  queries: Queries,
  { record }: AudienceTables,
  condition: SQL | undefined,
): Promise<StoredRecord[]> {
  const rows = await queries
    .select({
      stored: sql<StoredRecord>`json_build_object(
        'kind', ${record.kind}, 'id', ${record.id}, 'position', ${record.position}, 'document', ${record.document})`,
    })
    .from(record)
    .where(condition)
    .orderBy(asc(record.kind), asc(record.position))
  return rows.map(({ stored }) => stored)
}

export interface RecordChange {
  /** documents that are new or say something else than before */
  written: StoredRecord[]
  /** documents that this set no longer has */
  withdrawn: StoredRecord[]
}

/**
 * What must change for the set to hold exactly `wanted` where it holds `standing`. A document that says the
 * same as before is not stored again.
 */
export function compareRecords(
  standing: readonly StoredRecord[],
  wanted: readonly StoredRecord[],
): RecordChange {
  const before = new Map(standing.map((record) => [recordKey(record), record]))
  const kept = new Set(wanted.map(recordKey))
  return {
    written: wanted.filter((record) => {
      const old = before.get(recordKey(record))
      return !old || canonical(old.document) !== canonical(record.document)
    }),
    withdrawn: standing.filter((record) => !kept.has(recordKey(record))),
  }
}

export async function writeRecords(
  queries: Queries,
  { record }: AudienceTables,
  edition: number,
  { written, withdrawn }: RecordChange,
): Promise<void> {
  const ended = [...written, ...withdrawn].map(({ kind, id }) => ({ kind, id }))
  if (ended.length) {
    await queries.execute(sql`
      update ${record} set last_edition = ${edition - 1}
      from json_to_recordset(${JSON.stringify(ended)}::json) as ended (kind text, id text)
      where ${record.kind} = ended.kind and ${record.id} = ended.id and ${record.lastEdition} is null`)
  }
  if (written.length) {
    await queries.execute(sql`
      insert into ${record} (kind, id, position, document, first_edition)
      select kind, id, position, document, ${edition}::int
      from json_to_recordset(${JSON.stringify(written)}::json)
        as row (kind text, id text, position int, document json)`)
  }
}

/**
 * The standing documents of one kind with those that a publication brings: a known one keeps its place, a new
 * one is put at the end.
 */
export function mergeRecords<Stored extends StoredRecord>(
  standing: readonly Stored[],
  brought: readonly Stored['document'][],
  identify: (document: Stored['document']) => string,
  store: (place: Pick<Stored, 'id' | 'position'>, document: Stored['document']) => Stored,
): Stored[] {
  const merged = new Map(standing.map((record) => [record.id, record]))
  let next = Math.max(0, ...standing.map((record) => record.position)) + 1
  for (const document of brought) {
    const id = identify(document)
    const position = merged.get(id)?.position ?? next++
    merged.set(id, store({ id, position }, document))
  }
  return [...merged.values()]
}

function recordKey({ kind, id }: Pick<StoredRecord, 'kind' | 'id'>): string {
  return `${kind}\u001f${id}`
}

/** JSON with its keys in one order, so that equal documents are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
