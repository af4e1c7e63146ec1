import { needsProtection } from '../../../src/domain/disclosure/protect.ts'
import type { Edition } from '../../../src/domain/editions/publication.ts'
import { readEditions } from '../editions.ts'
import { openExactReader } from '../exact-reader.ts'
import type { Queries } from '../queries.ts'
import { TakeBackRefusedError } from './take-back-refused.ts'

/** The edition to stand on again, and those after it that are not withdrawn yet. */
export interface RollBack {
  target: Edition
  between: Edition[]
}

/**
 * Whether an edition can be stood on again: an earlier one, that is not withdrawn, and in which nothing was exact for
 * everybody that is protected now.
 *
 * @throws TakeBackRefusedError
 */
export async function requireRollBack(queries: Queries, to: number): Promise<RollBack> {
  const editions = await readEditions(queries)
  const [newest] = editions
  const target = editions.find(({ number }) => number === to)
  if (!newest || !target) throw new TakeBackRefusedError(`there is no edition ${to}`)
  if (target.number === newest.number) {
    throw new TakeBackRefusedError(`edition ${to} is the newest: there is nothing after it to take back`)
  }
  if (target.withdrawn) {
    throw new TakeBackRefusedError(`edition ${to} is withdrawn; choose one that stands`)
  }
  await refuseLoosening(queries, newest.number, to)
  return {
    target,
    between: editions.filter(({ number, withdrawn }) => number > to && !withdrawn),
  }
}

/** Whoever protected a measure since had a reason: its old figures are not made exact again by going back. */
async function refuseLoosening(queries: Queries, newest: number, to: number): Promise<void> {
  const now = await openExactReader(queries, newest).readKpis()
  const isProtected = new Set(now.filter(needsProtection).map(({ id }) => id))
  const then = await openExactReader(queries, to).readKpis()
  const loosened = then.filter((kpi) => isProtected.has(kpi.id) && !needsProtection(kpi)).map(({ id }) => id)
  if (loosened.length > 0) {
    throw new TakeBackRefusedError(
      `edition ${to} shows ${loosened.join(', ')} exactly to everybody, and ${loosened.length === 1 ? 'that measure is' : 'these measures are'} protected since: going back would break their protection; load what is to be put right, or choose a later edition`,
    )
  }
}
