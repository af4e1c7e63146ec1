import { publishAll } from '../../mocks/edition-tables.ts'
import { buildDemoPublications, demoOrganisation } from '../../src/demo/demonstration.ts'
import { tellEditions } from './demonstration.ts'
import type { Veiled } from './shown-alike.ts'
import { type Asked, askEach, type VerdictKind, verdictKinds } from './told-of-series.ts'
import { openTogether, type Together } from './told-together.ts'

export interface Given {
  /** figures that were asked after */
  asked: number
  /** those of which some value that is published alike would have led to another verdict */
  narrowed: number
  /** those of which every other value would have */
  known: number
}
export type Tally = Record<Size, Map<VerdictKind, Given>>
type Size = Veiled['size']

/** What each kind of verdict says of single figures in the five editions, and what all of them say together of one count. */
export function whatVerdictsGiveAway(sizes: readonly Size[]): { tally: Tally; together: Together } {
  const tally: Tally = { withheld: new Map(), 'under-ten': new Map(), larger: new Map() }
  const tables = publishAll(buildDemoPublications(), demoOrganisation.name)
  const together = openTogether()
  for (const { edition, editions } of tellEditions('together'))
    for (const asked of askEach(tables, edition, sizes)) {
      count(tally[asked.veiled.size], asked)
      together.add(editions.ledger, asked)
    }
  return { tally, together: together.close() }
}

function count(tally: Map<VerdictKind, Given>, { ruledOut }: Asked) {
  for (const kind of verdictKinds) {
    const own = ruledOut.get(kind)
    if (!own) continue
    const given = tally.get(kind) ?? { asked: 0, narrowed: 0, known: 0 }
    tally.set(kind, given)
    given.asked += 1
    if (own.some(Boolean)) given.narrowed += 1
    if (own.length > 0 && own.every(Boolean)) given.known += 1
  }
}
