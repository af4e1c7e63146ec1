export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** Bytes that Windows-1252 has no character for, and controls that no table has. */
const noCharacter = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const firstPrintable = 0x20
const controls = new Set([0x09, 0x0a, 0x0c, 0x0d])
/** Bytes that show whether every second one is nought. */
const shownBytes = 64

/**
 * In what encoding a file is: by its mark, by noughts at every second byte, and else UTF-8 where all of it is. A file
 * that is not, and in which nothing of UTF-8 stands, is Windows-1252, as older spreadsheets save CSV. One that is
 * partly UTF-8 stays so, and is refused at its first wrong byte: half of it would be misread.
 *
 * @example 63 61 66 e9 ("café") → 'windows-1252'; 63 61 66 c3 a9 → 'utf-8'; ff fe 61 00 → 'utf-16le'
 */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const shown: number[] = []
  let due = 0
  let hasCharacters = false
  let isBroken = false
  let isText = true
  for await (const chunk of bytes) {
    for (const byte of chunk) {
      if (shown.length < shownBytes) {
        shown.push(byte)
        const wide = shown.length === shownBytes ? wideEncoding(shown) : null
        if (wide) return wide
      }
      if (byte < 0x80) {
        if (due > 0) isBroken = true
        due = 0
        if (byte < firstPrintable && !controls.has(byte)) isText = false
      } else {
        if (noCharacter.has(byte) && due === 0) isText = false
        if (byte < 0xc0) {
          if (due === 0) isBroken = true
          else if (--due === 0) hasCharacters = true
        } else {
          if (due > 0 || byte < 0xc2 || byte > 0xf4) isBroken = true
          due = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
        }
      }
    }
  }
  const wide = wideEncoding(shown)
  if (wide) return wide
  return (isBroken || due > 0) && !hasCharacters && isText ? 'windows-1252' : 'utf-8'
}

function wideEncoding(shown: readonly number[]): Encoding | null {
  const [first = 0, second = 0] = shown
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (shown.length < 8) return null
  const noughts = (from: number) => shown.filter((byte, index) => index % 2 === from && byte === 0).length
  const half = Math.floor(shown.length / 2)
  if (noughts(0) === 0 && noughts(1) >= half - 1) return 'utf-16le'
  return noughts(1) === 0 && noughts(0) >= half - 1 ? 'utf-16be' : null
}
