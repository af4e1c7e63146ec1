import type { KeepMapping, SavedMapping } from '../../src/contract/mappings.ts'
import type { Actor } from '../../src/domain/audit/deed.ts'
import { readMapping } from '../../src/ingest/mapping.ts'
import { screenJson, screenMapping } from '../../src/ingest/persons/screen-json.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { appendAudit } from '../db/audit-store.ts'
import { instant } from '../db/editions.ts'
import { findMapping, insertMapping } from '../db/mapping-store.ts'
import type { Queries } from '../db/queries.ts'

/** Kept longer than any mapping that was seen: 300 columns are some 30 kB. */
const longestMapping = 500_000

/**
 * Keeps a mapping under a name, as its next version, once it is one and nobody is named in it; or puts a name away, by
 * a version without one.
 *
 * @param beside what else is written with it: both, or neither
 * @throws ProblemError where it is none, or names a person: of which kind is told, never what stands there; and where
 * there is nothing of that name to put away
 */
export async function keepMapping(
  queries: Queries,
  { name, mapping, fingerprints = [] }: KeepMapping,
  by: Actor,
  now: Date,
  beside: (transaction: Queries, saved: SavedMapping) => Promise<void> = async () => undefined,
): Promise<SavedMapping> {
  if (mapping) refuseUnsound(mapping)
  return await queries.transaction(async (transaction) => {
    if (!mapping) refuseNothing(await findMapping(transaction, name))
    const saved = await insertMapping(transaction, { name, mapping, fingerprints, who: by.who }, now)
    await beside(transaction, saved)
    const deed = mapping ? 'mapping-saved' : 'mapping-put-away'
    await appendAudit(transaction, [{ ...by, at: instant(now), deed, about: {}, outcome: 'done' }])
    return saved
  })
}

function refuseUnsound(mapping: NonNullable<KeepMapping['mapping']>) {
  const text = JSON.stringify(mapping, null, 1)
  if (text.length > longestMapping) throw refusal(`a mapping of at most ${longestMapping} characters`)
  if (screenJson(text, 'are words of a form').length > 0) throw refusal('a mapping that names no person')
  const faults: string[] = []
  const read = readMapping('mapping', text, ({ message }) => faults.push(message))
  if (!read) throw refusal(`a mapping (${faults.slice(0, 3).join('; ')})`)
  if (screenMapping(read).length > 0) throw refusal('a mapping that names no person')
}

function refuseNothing(newest: SavedMapping | null) {
  if (!newest) throw new ProblemError(404, 'There is no saved mapping of that name.')
  if (newest.mapping === null) throw new ProblemError(409, 'This mapping was put away before.')
}

function refusal(allowed: string): ProblemError {
  return new ProblemError(400, `The mapping cannot be kept. Allowed: ${allowed}.`, {
    parameter: 'mapping',
    allowed,
  })
}
