import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { fromBase64Url, toBase64Url } from './base64-url.ts'
import { type Pack, tidyPack } from './pack.ts'
import { type ReadPack, readPack, writePack } from './pack-form.ts'

/** The first sign of the text: how the rest is written. */
const version = '1'
/** no pack within its limits comes near to it; what is longer was made to do harm */
const longestText = 16_000
const longestForm = 64_000

/**
 * A pack as a short text for an address: its form as JSON, deflated, in base64 for addresses. The same pack always
 * gives the same text.
 *
 * @example ten charts with a line each → about 900 signs
 */
export function encodePack(pack: Pack): string {
  const form = JSON.stringify(writePack(tidyPack(pack)))
  return version + toBase64Url(deflateSync(strToU8(form), { level: 9 }))
}

/**
 * The pack of such a text, as far as it can be read, with what had to be left out; null where nothing of it can be
 * read. Any text may come: it stands in addresses, which people cut, mend and invent.
 */
export function decodePack(text: string): ReadPack | null {
  if (text.length > longestText || !text.startsWith(version)) return null
  const form = readForm(text.slice(version.length))
  return form === undefined ? null : readPack(form)
}

function readForm(text: string): unknown {
  try {
    const bytes = fromBase64Url(text)
    const form = bytes && inflateSync(bytes)
    return form && form.length <= longestForm ? JSON.parse(strFromU8(form)) : undefined
  } catch {
    return undefined
  }
}
