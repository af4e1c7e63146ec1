import { and, asc, count, desc, eq, gt, gte, ilike, inArray, lt } from 'drizzle-orm'
import {
  type AuditLink,
  beforeFirst,
  type ChainHead,
  type ChainReport,
  chainOn,
  checkChain,
} from '../../src/domain/audit/chain.ts'
import type { AuditEntry } from '../../src/domain/audit/deed.ts'
import type { AuditSelection } from '../../src/service/store.ts'
import { instant } from './editions.ts'
import type { Queries } from './queries.ts'
import { auditTable } from './schema/audit.ts'
import { lockUntilEnd } from './shared-locks.ts'

export interface NewAuditEntry extends AuditEntry {
  /** what is kept once alone has the same here however often it is done */
  once?: string
}

/**
 * Adds entries to the chain, in their order. Given a transaction that writes something, it is the last thing asked of
 * it: one writer at a time has the end of the chain until its transaction ends, of all instances together; whoever only
 * reads waits for nobody.
 */
export async function appendAudit(queries: Queries, entries: readonly NewAuditEntry[]): Promise<AuditLink[]> {
  return await queries.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'audit')
    const fresh = await withoutKept(transaction, entries)
    const links = await chainOn(await readHead(transaction), fresh)
    if (links.length === 0) return []
    await transaction.insert(auditTable).values(links.map((link) => ({ ...link, at: new Date(link.at) })))
    return links
  })
}

async function withoutKept(queries: Queries, entries: readonly NewAuditEntry[]): Promise<NewAuditEntry[]> {
  const asked = entries.flatMap(({ once }) => once ?? [])
  if (asked.length === 0) return [...entries]
  const rows = await queries
    .select({ once: auditTable.once })
    .from(auditTable)
    .where(inArray(auditTable.once, asked))
  const kept = new Set(rows.map(({ once }) => once))
  return entries.filter(({ once }) => once === undefined || !kept.has(once))
}

/** Where the chain ends now. */
export async function readHead(queries: Queries): Promise<ChainHead> {
  const { place, hash } = auditTable
  const [last] = await queries.select({ place, hash }).from(auditTable).orderBy(desc(place)).limit(1)
  return last ?? beforeFirst
}

/** Newest first. */
export async function readAudit(
  queries: Queries,
  { deed, from, to, who, before, most }: AuditSelection,
): Promise<{ rows: AuditLink[]; total: number }> {
  const asked = and(
    deed && eq(auditTable.deed, deed),
    from === undefined ? undefined : gte(auditTable.at, new Date(from)),
    to === undefined ? undefined : lt(auditTable.at, new Date(Date.parse(to) + dayMs)),
    who === undefined ? undefined : ilike(auditTable.who, `%${who.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
  )
  const rows = await queries
    .select()
    .from(auditTable)
    .where(and(asked, before === undefined ? undefined : lt(auditTable.place, before)))
    .orderBy(desc(auditTable.place))
    .limit(most)
  const [all] = await queries.select({ total: count() }).from(auditTable).where(asked)
  return { rows: rows.map(linkOf), total: all?.total ?? 0 }
}

const dayMs = 24 * 60 * 60 * 1000

/** Reads the whole chain, a piece at a time. */
export async function checkAudit(queries: Queries, known: readonly ChainHead[] = []): Promise<ChainReport> {
  return await checkChain(readChain(queries), known)
}

const rowsAtOnce = 2000

async function* readChain(queries: Queries): AsyncGenerator<AuditLink> {
  for (let last: number | null = null; ; ) {
    const rows: (typeof auditTable.$inferSelect)[] = await queries
      .select()
      .from(auditTable)
      .where(last === null ? undefined : gt(auditTable.place, last))
      .orderBy(asc(auditTable.place))
      .limit(rowsAtOnce)
    yield* rows.map(linkOf)
    last = rows.at(-1)?.place ?? last
    if (rows.length < rowsAtOnce) return
  }
}

function linkOf({ once: _, at, ...row }: typeof auditTable.$inferSelect): AuditLink {
  return { ...row, at: instant(at) }
}
