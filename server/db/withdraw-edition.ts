import type { AuditEntry } from '../../src/domain/audit/deed.ts'
import type { Withdrawal } from '../../src/domain/editions/publication.ts'
import type { WithdrawalOutcome } from '../../src/service/store.ts'
import { appendAudit } from './audit-store.ts'
import type { Queries } from './database.ts'
import { readEdition, readEditions, writeWithdrawal } from './editions.ts'
import { lockEditions } from './publish.ts'

/** Takes an edition back while nobody publishes or withdraws another; null where there is no such edition. */
export async function withdrawEdition(
  queries: Queries,
  number: number,
  withdrawal: Withdrawal,
  entry: AuditEntry,
): Promise<WithdrawalOutcome | null> {
  return await queries.transaction(async (transaction) => {
    await lockEditions(transaction)
    const editions = await readEditions(transaction)
    const asked = editions.find((one) => one.number === number)
    if (!asked) return null
    if (asked.withdrawn) return { kind: 'before' }
    if (editions.filter(({ withdrawn }) => !withdrawn).length === 1) return { kind: 'only-one' }
    await writeWithdrawal(transaction, number, withdrawal)
    const edition = await readEdition(transaction, number)
    await appendAudit(transaction, [entry])
    return edition && { kind: 'withdrawn', edition }
  })
}
