import { describe, expect, it } from 'vitest'
import {
  type AuditLink,
  beforeFirst,
  chainOn,
  checkChain,
  hashLink,
} from '../../../../src/domain/audit/chain.ts'
import { readHead, writeHead } from '../../../../src/domain/audit/chain-head.ts'
import { type AuditEntry, commandLine } from '../../../../src/domain/audit/deed.ts'

const entry = (edition: number): AuditEntry => ({
  ...commandLine,
  at: `2025-10-0${edition}T09:00:00Z`,
  deed: 'published',
  about: { edition, load: 'a1' },
  outcome: 'done',
})
const chain = () => chainOn(beforeFirst, [1, 2, 3, 4, 5].map(entry))
const broken = async (links: readonly AuditLink[], known = {}) =>
  (await checkChain(links, 'place' in known ? [known as AuditLink] : [])).broken

describe('a chain', () => {
  it('that is as it was written is whole, and ends at its last link', async () => {
    const links = await chain()
    expect(await checkChain(links)).toEqual({
      links: 5,
      head: { place: 5, hash: links[4]?.hash },
      broken: null,
    })
    expect(await checkChain([])).toEqual({ links: 0, head: null, broken: null })
    expect(new Set(links.map(({ hash }) => hash)).size).toBe(5)
  })

  it('is the same wherever it was made, in whatever order its ids and in whatever zone its time were given', async () => {
    const one = entry(1)
    const same = {
      ...one,
      at: '2025-10-01T11:00:00+02:00',
      about: { load: 'a1', kpi: undefined, edition: 1 },
    }
    expect(await hashLink(beforeFirst, same)).toBe(await hashLink(beforeFirst, one))
  })

  it.each<[string, Partial<AuditLink>]>([
    ['time', { at: '2025-10-03T09:00:01Z' }],
    ['person', { who: 'somebody else' }],
    ['account', { account: 'x' }],
    ['role', { role: 'director' }],
    ['deed', { deed: 'withdrawn' }],
    ['subject', { about: { edition: 3, load: 'a2' } }],
    ['outcome', { outcome: 'rejected' }],
    ['hash', { hash: '0'.repeat(64) }],
  ])('with another %s in a link is broken there', async (_, change) => {
    const links = await chain()
    const changed = links.map((link) => (link.place === 3 ? { ...link, ...change } : link))
    expect(await broken(changed)).toEqual({ place: 3, at: changed[2]?.at, why: 'changed' })
  })

  it('whose changed link was given a new hash is broken at the next one', async () => {
    const links = await chain()
    const forged = { ...links[2], who: 'somebody else' } as AuditLink
    forged.hash = await hashLink({ place: 2, hash: links[1]?.hash ?? '' }, forged)
    const changed = links.with(2, forged)
    expect(await broken(changed)).toMatchObject({ place: 4, why: 'changed' })
  })

  it('with a link missing has a gap, at the beginning too', async () => {
    const links = await chain()
    expect(await broken(links.toSpliced(2, 1))).toEqual({ place: 3, at: null, why: 'gap' })
    expect(await broken(links.slice(1))).toEqual({ place: 1, at: null, why: 'gap' })
  })

  it('with two links in each other’s place is broken', async () => {
    const links = await chain()
    const [, second, third] = links
    const swapped = links
      .with(1, { ...third, place: 2 } as AuditLink)
      .with(2, { ...second, place: 3 } as AuditLink)
    expect(await broken(swapped)).toMatchObject({ place: 2, why: 'changed' })
  })

  it('cut off at its end, or made anew from its beginning, is told by a head that was written down', async () => {
    const links = await chain()
    const head = links[4]
    expect(await broken(links.slice(0, 3))).toBeNull()
    expect(await broken(links.slice(0, 3), head)).toEqual({ place: 4, at: null, why: 'cut' })
    expect(await broken([], head)).toEqual({ place: 1, at: null, why: 'cut' })
    const anew = await chainOn(beforeFirst, [1, 2, 4, 5, 3].map(entry))
    expect(await broken(anew)).toBeNull()
    expect(await broken(anew, head)).toMatchObject({ place: 5, why: 'changed' })
  })
})

describe('a head', () => {
  it('is read as it was written, and nothing else is', () => {
    const head = { place: 41, hash: 'a'.repeat(64) }
    expect(readHead(writeHead(head))).toEqual(head)
    for (const text of ['', '41', `0:${head.hash}`, `41:${'a'.repeat(63)}`, `41:${'g'.repeat(64)}`]) {
      expect(readHead(text)).toBeNull()
    }
  })
})
