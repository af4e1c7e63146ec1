import { storePack } from '../../api/packs.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'

/** longer addresses are cut by some mail programs and refused by some browsers */
const longestLink = 2000

export interface LinkedView {
  /** where the app is: 'https://dashboard.example' */
  origin: string
  edition: number
  audience: string
}

/** The address of a pack, whole in itself. */
export function packAddress(pack: Pack, { origin, edition, audience }: LinkedView): string {
  return `${origin}/pack?${new URLSearchParams({ edition: String(edition), audience, items: encodePack(pack) })}`
}

export interface PackLink {
  address: string
  /** what the reader should know of it */
  words: string
}

/**
 * The link that opens a pack: whole in its address where that is short enough; else the service stores it, where
 * the reader may store, and the link names it.
 */
export async function makePackLink(pack: Pack, view: LinkedView, mayStore: boolean): Promise<PackLink> {
  const address = packAddress(pack, view)
  if (address.length <= longestLink) return { address, words: 'Link copied.' }
  if (!mayStore) {
    return {
      address,
      words: `Link copied. It has ${address.length} characters, and some mail programs cut so long a link: officers who are signed in get a short one.`,
    }
  }
  const { origin, edition, audience } = view
  const id = await storePack(pack)
  return {
    address: `${origin}/pack?${new URLSearchParams({ edition: String(edition), audience, pack: id })}`,
    words: 'Short link copied: the service has stored this pack as it stands now.',
  }
}
