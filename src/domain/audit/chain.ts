import type { AuditEntry } from './deed.ts'

/** An entry in its place of the chain, counted from 1 without a gap. */
export interface AuditLink extends AuditEntry {
  place: number
  /** of this entry and of the hash before it: 64 hexadecimal digits */
  hash: string
}

/** Where a chain ended when somebody wrote it down elsewhere: nothing before it may be missing later. */
export interface ChainHead {
  place: number
  hash: string
}

/** What stands before the first link. */
export const beforeFirst: ChainHead = { place: 0, hash: '0'.repeat(64) }

export interface BrokenLink {
  place: number
  /** ISO instant of the entry that stands there; null where there is none */
  at: string | null
  /** `changed`: not what was written after the link before it; `gap`: links are missing; `cut`: the end is missing */
  why: 'changed' | 'gap' | 'cut'
}

export interface ChainReport {
  /** links that were looked at, the broken one included */
  links: number
  /** the last whole one; null of an empty chain */
  head: ChainHead | null
  /** the first that does not hold */
  broken: BrokenLink | null
}

/** SHA-256 over the place, every field in a fixed order, and the hash of the link before. */
export async function hashLink(before: ChainHead, entry: AuditEntry): Promise<string> {
  const { at, who, account, role, deed, about, outcome } = entry
  const subject = Object.entries(about)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const said = [before.hash, before.place + 1, Date.parse(at), who, account, role, deed, subject, outcome]
  const bytes = new TextEncoder().encode(JSON.stringify(said))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The entries as the links that follow a head. */
export async function chainOn(before: ChainHead, entries: readonly AuditEntry[]): Promise<AuditLink[]> {
  const links: AuditLink[] = []
  let head = before
  for (const entry of entries) {
    head = { place: head.place + 1, hash: await hashLink(head, entry) }
    links.push({ ...entry, ...head })
  }
  return links
}

/**
 * Walks a chain from its beginning, in order, and says where it first does not hold. Whoever takes off its end leaves
 * a shorter chain that holds in itself: `known` heads, written down elsewhere, tell.
 *
 * @example links 1, 2, 4 → broken at 3, why 'gap'
 */
export async function checkChain(
  links: AsyncIterable<AuditLink> | Iterable<AuditLink>,
  known: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const expected = new Map(known.map(({ place, hash }) => [place, hash]))
  let head = beforeFirst
  let count = 0
  for await (const link of links) {
    count += 1
    const { place, at } = link
    const reportOf = (broken: BrokenLink) => ({ links: count, head: headOf(head), broken })
    if (place !== head.place + 1) return reportOf({ place: head.place + 1, at: null, why: 'gap' })
    const isWhole = link.hash === (await hashLink(head, link))
    if (!isWhole || (expected.get(place) ?? link.hash) !== link.hash) {
      return reportOf({ place, at, why: 'changed' })
    }
    head = { place, hash: link.hash }
  }
  const isCut = known.some(({ place }) => place > head.place)
  const broken: BrokenLink | null = isCut ? { place: head.place + 1, at: null, why: 'cut' } : null
  return { links: count, head: headOf(head), broken }
}

function headOf(head: ChainHead): ChainHead | null {
  return head.place === 0 ? null : head
}
