import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const paragraphEnd = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-GB"/><a:t>'

/**
 * What the library for slides leaves undone: lines of speaker's notes become paragraphs, and the language is
 * British English, for spelling and for whoever has it read out.
 */
export async function mendSlides(file: Blob): Promise<Blob> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const mended = Object.entries(parts)
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, bytes]) => [name, name.endsWith('.xml') ? mendPart(name, bytes) : bytes] as const)
  return new Blob([zipSync(Object.fromEntries(mended))], { type: file.type })
}

function mendPart(name: string, bytes: Uint8Array): Uint8Array {
  const xml = strFromU8(bytes).replaceAll('lang="en-US"', 'lang="en-GB"')
  if (!name.startsWith('ppt/notesSlides/')) return strToU8(xml)
  return strToU8(
    xml.replaceAll(/<a:t>[^<]*<\/a:t>/g, (text) => text.trim().replaceAll(/\r?\n/g, paragraphEnd)),
  )
}
