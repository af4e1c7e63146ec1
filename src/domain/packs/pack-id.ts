import type { Pack } from './pack.ts'
import { tidyPack } from './pack.ts'
import { writePack } from './pack-form.ts'

/** digits and letters without those that are taken for each other (Crockford's base 32) */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 16

/** What an id looks like. */
export const packIdForm = /^[0-9a-hjkmnp-tv-z]{16}$/

/**
 * The id of a stored pack, made of what it holds: the first 80 bits of SHA-256 of its form. The same pack has the
 * same id wherever and however often it is stored, a stored pack never changes, and nobody can guess the id of a
 * pack that they do not have.
 */
export async function packId(pack: Pack): Promise<string> {
  const form = new TextEncoder().encode(JSON.stringify(writePack(tidyPack(pack))))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', form))
  const bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from(
    { length },
    (_, place) => alphabet[Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)],
  ).join('')
}
