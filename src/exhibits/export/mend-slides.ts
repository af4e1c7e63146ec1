import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cleanText, escapeXml } from '../../domain/exports/clean-text.ts'

const paragraphEnd = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-GB"/><a:t>'

/**
 * What the library for slides leaves undone: lines of speaker's notes become paragraphs, the language is British
 * English, for spelling and for whoever has it read out, no part holds what XML does not allow, and the company is
 * escaped (gitbrent/PptxGenJS#1427: it goes unescaped into the file, and one “&” makes the whole unreadable). It is
 * written here alone, so that it cannot be escaped twice once they mend it.
 */
export async function mendSlides(file: Blob, company: string): Promise<Blob> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const mended = Object.entries(parts)
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, bytes]) => [name, isXml(name) ? mendPart(name, bytes, company) : bytes] as const)
  return new Blob([zipSync(Object.fromEntries(mended))], { type: file.type })
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}

function mendPart(name: string, bytes: Uint8Array, company: string): Uint8Array {
  const xml = cleanText(strFromU8(bytes)).replaceAll('lang="en-US"', 'lang="en-GB"')
  if (name === 'docProps/app.xml') {
    return strToU8(xml.replace(/<Company>[^<]*<\/Company>/, () => `<Company>${escapeXml(company)}</Company>`))
  }
  if (!name.startsWith('ppt/notesSlides/')) return strToU8(xml)
  return strToU8(xml.replaceAll(/<a:t>[^<]*<\/a:t>/g, (text) => text.trim().replaceAll(/\n/g, paragraphEnd)))
}
