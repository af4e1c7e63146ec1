import type { ChainHead } from '../../src/domain/audit/chain.ts'
import type { Actor } from '../../src/domain/audit/deed.ts'
import { appendAudit, readHead } from '../db/audit-store.ts'
import type { Queries } from '../db/database.ts'
import { instant } from '../db/editions.ts'
import { logLoad, logPublication } from '../db/load-log-store.ts'
import type { StagedLoad } from './load-shelf.ts'
import type { PublicationNaming } from './publish-load.ts'

/** Writes a load that was checked into the log of loads and the audit: both, or neither. */
export async function noteLoad(
  queries: Queries,
  { load, described, begunAt }: Pick<StagedLoad, 'load' | 'described' | 'begunAt'>,
  by: Actor,
): Promise<void> {
  const at = instant(begunAt)
  const outcome = load.state === 'rejected' ? 'rejected' : 'done'
  await queries.transaction(async (transaction) => {
    await logLoad(transaction, load, { at, who: by.who, ...described })
    await appendAudit(transaction, [{ ...by, at, deed: 'loaded', about: { load: load.id }, outcome }])
  })
}

/** Writes what a load became, in the transaction that publishes it; where the audit ends with it. */
export async function notePublication(
  transaction: Queries,
  load: string,
  {
    edition,
    withdrawn,
    by,
    publishedAt,
    ...naming
  }: PublicationNaming & { edition: number; withdrawn: readonly number[]; by: Actor },
): Promise<ChainHead> {
  await logPublication(transaction, load, { ...naming, edition, publishedAt, publishedBy: by.who })
  const of = { ...by, at: publishedAt, outcome: 'done' } as const
  await appendAudit(transaction, [
    ...withdrawn.map((number) => ({ ...of, deed: 'withdrawn' as const, about: { edition: number, load } })),
    { ...of, deed: 'published', about: { edition, load } },
  ])
  return await readHead(transaction)
}
