import { cleanText } from '../../domain/exports/clean-text.ts'
import type { AboutRow } from './about-rows.ts'

/** signature and header, which always come first and are always as long */
const headLength = 8 + 25

/** Keywords that the standard of PNG registers; others may be used beside them. */
const registered: Readonly<Record<string, string>> = {
  Finding: 'Title',
  'What it shows': 'Description',
  Organisation: 'Author',
}

/** The same image with lines of text in its file: what it shows, whose it is, how it is marked, where it stands. */
export async function describePng(png: Blob, rows: readonly AboutRow[]): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer())
  const chunks = rows.map(([name, text]) => textChunk(registered[name] ?? name, text))
  return new Blob([bytes.slice(0, headLength), ...chunks, bytes.slice(headLength)], { type: 'image/png' })
}

/** International text, not compressed: keyword, no language, no translation, text as UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const data = [...encoder.encode(keyword), 0, 0, 0, 0, 0, ...encoder.encode(cleanText(text))]
  const body = Uint8Array.from([...encoder.encode('iTXt'), ...data])
  const chunk = new Uint8Array(body.length + 8)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(body, 4)
  view.setUint32(body.length + 4, checksum(body))
  return chunk
}

/** The cyclic redundancy check that ends every chunk (PNG, third edition, annex D). */
export function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
