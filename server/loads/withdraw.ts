import { Edition } from '../../src/contract/editions.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { WithdrawEdition } from '../../src/contract/withdraw-edition.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { withdrawEdition } from '../../src/service/editions.ts'
import { describeSession } from '../../src/service/session.ts'
import type { Database } from '../db/database.ts'
import { createDatabaseStore } from '../db/database-store.ts'
import { readOptions, UsageError } from '../read-options.ts'
import { askServer, type LoadToken } from './load-through-server.ts'

export interface WithdrawArguments {
  number: number
  reason: string
  isJson: boolean
}

/** `--withdraw N --reason TEXT [--json]`; null where the command is about files. */
export function readWithdrawArguments(given: readonly string[]): WithdrawArguments | null {
  if (!given.some((one) => one === '--withdraw' || one.startsWith('--withdraw='))) return null
  const { withdraw = '', reason = '', json = false } = parse(given)
  if (!/^[1-9]\d{0,5}$/.test(withdraw)) throw new UsageError('--withdraw needs the number of an edition')
  const parsed = WithdrawEdition.safeParse({ reason })
  if (!parsed.success) {
    const why = reason.trim() ? parsed.error.issues[0]?.message : 'everybody reads why'
    throw new UsageError(`--withdraw needs another --reason TEXT: ${why}`)
  }
  return { number: Number(withdraw), reason: parsed.data.reason, isJson: json }
}

function parse(given: readonly string[]) {
  return readOptions(given, {
    withdraw: { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  })
}

/** In a database that this process has to itself: by the rules of the API. */
export async function withdrawDirectly(
  database: Database,
  { number, reason }: WithdrawArguments,
): Promise<Edition> {
  const answer = await withdrawEdition.ask(
    createDatabaseStore(database),
    {
      session: describeSession({ role: 'analyst', services: null }, {}),
      at: new Date().toISOString(),
      by: commandLine,
    },
    { params: { n: String(number) }, query: {}, body: { reason }, ifMatch: null },
  )
  return Edition.parse(await answer.read())
}

/** Through the server that has the database. */
export async function withdrawThroughServer(
  key: LoadToken,
  { number, reason }: WithdrawArguments,
): Promise<Edition> {
  const body = await askServer(key, apiBase + officerPaths.withdrawEdition(number), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason }),
  })
  return Edition.parse(body)
}
