import { eq, inArray, sql } from 'drizzle-orm'
import { type Action, protectActions } from '../../src/domain/actions/action.ts'
import {
  type ActionAuthor,
  type ActionEdit,
  type ActionOutcome,
  changeAction,
} from '../../src/domain/actions/change-action.ts'
import { type NewAction, nextActionId, recordAction } from '../../src/domain/actions/record-action.ts'
import type { Milestone } from '../../src/domain/plans/plan.ts'
import { createActionLog } from './action-log.ts'
import type { Queries } from './database.ts'
import { readStandingRecords } from './record-store.ts'
import { exactAction, exactActionKey, exactTables } from './schema/exact.ts'
import { protectedAction } from './schema/protected.ts'

/** Measures and milestones of the newest edition, which an action may be linked to. */
export async function readLinkable(queries: Queries): Promise<Set<string>> {
  const records = await readStandingRecords(queries, exactTables)
  return new Set(records.filter(({ kind }) => kind === 'kpi' || kind === 'milestone').map(({ id }) => id))
}

/** Records an action under the next free id; one that was sent before, by its key, is found and not repeated. */
export async function recordNewAction(
  queries: Queries,
  given: NewAction,
  author: ActionAuthor,
  key: string | null,
): Promise<{ action: Action; isNew: boolean }> {
  return await queries.transaction(async (transaction) => {
    await lockLog(transaction)
    const known = await createActionLog(transaction, exactTables).read()
    const before = key === null ? undefined : await findByKey(transaction, key)
    const found = known.find(({ id }) => id === before)
    if (found) return { action: found, isNew: false }
    const action = recordAction(nextActionId(known.map(({ id }) => id)), given, author)
    if (key !== null) await transaction.insert(exactActionKey).values({ key, action: action.id })
    await storeActions(transaction, [action])
    return { action, isNew: true }
  })
}

async function findByKey(queries: Queries, key: string): Promise<string | undefined> {
  const [row] = await queries
    .select({ action: exactActionKey.action })
    .from(exactActionKey)
    .where(eq(exactActionKey.key, key))
  return row?.action
}

type StoredOutcome =
  | ActionOutcome
  | { kind: 'unknown' }
  /** somebody else changed it since it was read */
  | { kind: 'stale'; current: Action }

/** Changes an action if it still is what its editor read; otherwise says what it is now. */
export async function changeStoredAction(
  queries: Queries,
  id: string,
  expectedVersion: number | null,
  edit: ActionEdit,
  author: ActionAuthor,
): Promise<StoredOutcome> {
  return await queries.transaction(async (transaction) => {
    await lockLog(transaction)
    const [row] = await transaction
      .select({ document: exactAction.document })
      .from(exactAction)
      .where(eq(exactAction.id, id))
    if (!row) return { kind: 'unknown' }
    const current = row.document as Action
    if (current.version !== expectedVersion) return { kind: 'stale', current }
    const outcome = changeAction(current, edit, author)
    if (outcome.kind === 'changed') await storeActions(transaction, [outcome.action])
    return outcome
  })
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

/** Puts actions into the log as they are given, the known ones in their places, and protects them. */
export async function storeActions(queries: Queries, actions: readonly Action[]): Promise<void> {
  if (!actions.length) return
  const rows = actions.map((action) => ({ id: action.id, version: action.version, document: action }))
  await queries.execute(sql`
    insert into ${exactAction} (id, position, version, document)
    select id, (select coalesce(max(position), 0) from ${exactAction}) + place, version, document
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json)
      as (id text, version int, document json)) with ordinality as row (id, version, document, place)
    on conflict (id) do update set version = excluded.version, document = excluded.document`)
  const milestones = await readStandingRecords(queries, exactTables, 'milestone')
  await protectLog(
    queries,
    milestones.map(({ document }) => document as Milestone),
    actions.map(({ id }) => id),
  )
}

/** Makes the protected log anew, of some actions or all: from the exact one and what milestones are released. */
export async function protectLog(
  queries: Queries,
  milestones: readonly Milestone[],
  ids?: readonly string[],
): Promise<void> {
  const exact = await queries
    .select()
    .from(exactAction)
    .where(ids ? inArray(exactAction.id, [...ids]) : undefined)
  await queries.delete(protectedAction).where(ids ? inArray(protectedAction.id, [...ids]) : undefined)
  const rows = exact.flatMap((row) =>
    protectActions([row.document as Action], milestones).map((document) => ({ ...row, document })),
  )
  if (rows.length) await queries.insert(protectedAction).values(rows)
}
