import { strFromU8, unzipSync } from 'fflate'

/** What is wrong with an XML text, by a parser that forgives nothing; null where it is well-formed. Needs a DOM. */
export function xmlFault(xml: string): string | null {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml')
  return parsed.querySelector('parsererror')?.textContent ?? null
}

/** The parts of a zipped file of XML that cannot be read, each with the reason. Needs a DOM. */
export async function partFaults(file: Blob): Promise<string[]> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, bytes]) => {
      const fault = xmlFault(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      return fault === null ? [] : [`${name}: ${fault}`]
    })
}

/** One part of a zipped file, as it is written. */
export async function readText(file: Blob, name: string): Promise<string> {
  const part = unzipSync(new Uint8Array(await file.arrayBuffer()))[name]
  if (!part) throw new Error(`the file holds no ${name}`)
  return strFromU8(part)
}

export async function readPart(file: Blob, name: string): Promise<Document> {
  return new DOMParser().parseFromString(await readText(file, name), 'application/xml')
}
