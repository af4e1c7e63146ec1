import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Action, protectActions } from '../../src/domain/actions/action.ts'
import type { Milestone } from '../../src/domain/plans/plan.ts'
import type { ActionLogWriter } from '../../src/service/store.ts'
import { createActionLog } from './action-log.ts'
import { appendAudit } from './audit-store.ts'
import type { Queries } from './database.ts'
import { isOwnAction } from './own-part.ts'
import { readStandingRecords } from './record-store.ts'
import { exactAction, exactActionKey, exactTables } from './schema/exact.ts'
import { protectedAction } from './schema/protected.ts'

/** Measures and milestones of the newest edition, which an action may be linked to. */
export async function readLinkable(queries: Queries): Promise<Set<string>> {
  const records = await readStandingRecords(queries, exactTables)
  return new Set(records.filter(({ kind }) => kind === 'kpi' || kind === 'milestone').map(({ id }) => id))
}

/** The log inside a transaction, locked until it ends. */
export async function createLogWriter(transaction: Queries): Promise<ActionLogWriter> {
  await lockLog(transaction)
  return {
    readIds: async () =>
      (await transaction.select({ id: exactAction.id }).from(exactAction)).map(({ id }) => id),
    async find(id, own) {
      const [row] = await transaction
        .select({ document: exactAction.document })
        .from(exactAction)
        .where(and(eq(exactAction.id, id), own ? isOwnAction(exactAction.document, own) : undefined))
      return row?.document ?? null
    },
    async findByKey(key) {
      const [row] = await transaction
        .select({ action: exactActionKey.action })
        .from(exactActionKey)
        .where(eq(exactActionKey.key, key))
      return row?.action ?? null
    },
    async keep(action, key, entry) {
      if (key !== null) await transaction.insert(exactActionKey).values({ key, action: action.id })
      await storeActions(transaction, [action])
      await appendAudit(transaction, [entry])
    },
  }
}

/** One after another: two people writing at once get two numbers, and an edition freezes one state. */
async function lockLog(queries: Queries): Promise<void> {
  await queries.execute(sql`lock table ${exactAction} in share row exclusive mode`)
}

/** The log as the edition that is being published freezes it: with what its files bring, if it is not known yet. */
export async function freezeLog(queries: Queries, brought: readonly Action[]): Promise<Action[]> {
  await lockLog(queries)
  const log = createActionLog(queries, exactTables)
  const known = new Set((await log.read()).map(({ id }) => id))
  await storeActions(
    queries,
    brought.filter(({ id }) => !known.has(id)),
  )
  return await log.read()
}

/** Puts actions into the log as they are given, the known ones in their places. */
export async function storeActions(queries: Queries, actions: readonly Action[]): Promise<void> {
  if (!actions.length) return
  const rows = actions.map((action) => ({ id: action.id, version: action.version, document: action }))
  await queries.execute(sql`
    insert into ${exactAction} (id, position, version, document)
    select id, (select coalesce(max(position), 0) from ${exactAction}) + place, version, document
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json)
      as (id text, version int, document json)) with ordinality as row (id, version, document, place)
    on conflict (id) do update set version = excluded.version, document = excluded.document`)
  await withdrawFromPanel(
    queries,
    actions.filter(({ release }) => release !== 'public').map(({ id }) => id),
  )
}

/** What is for officers after all goes at once; what is released comes with the next edition and not before. */
async function withdrawFromPanel(queries: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length) await queries.delete(protectedAction).where(inArray(protectedAction.id, [...ids]))
}

/**
 * Makes the protected log anew: from the exact one and what milestones are released. Called at publication alone,
 * so that nobody outside reads what an officer wrote before an edition was approved with it.
 */
export async function releaseLog(
  queries: Queries,
  milestones: readonly Pick<Milestone, 'id' | 'release'>[],
): Promise<void> {
  const exact = await queries.select().from(exactAction)
  await queries.delete(protectedAction)
  const rows = exact.flatMap((row) =>
    protectActions([row.document], milestones).map((document) => ({ ...row, document })),
  )
  if (rows.length) await queries.insert(protectedAction).values(rows)
}
