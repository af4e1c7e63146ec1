import type { Random } from './random.ts'

type ChangeBytes = (bytes: Uint8Array, random: Random) => Uint8Array

const splice = (bytes: Uint8Array, at: number, end: number, given: Uint8Array = new Uint8Array()) =>
  Buffer.concat([bytes.subarray(0, at), given, bytes.subarray(end)])

const oddBytes = [
  0x00, 0x0a, 0x0d, 0x22, 0x2c, 0x3b, 0x09, 0x7c, 0x1a, 0x1b, 0x85, 0xa0, 0xa3, 0xc3, 0xe9, 0xef, 0xfe, 0xff,
]

/** What happens to bytes on their way, and what somebody does to them. */
export const changeBytes: Record<string, ChangeBytes> = {
  'a bit turned': (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    const at = random.below(bytes.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
    return changed
  },
  'some bytes replaced': (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    for (let time = random.below(4); time >= 0; time -= 1)
      changed[random.below(bytes.length)] = random.pick(oddBytes)
    return changed
  },
  'a byte put in': (bytes, random) => {
    const at = random.below(bytes.length)
    return splice(
      bytes,
      at,
      at,
      Uint8Array.of(random.chance(0.5) ? random.pick(oddBytes) : random.below(256)),
    )
  },
  'some bytes left out': (bytes, random) => {
    const at = random.below(bytes.length)
    return splice(bytes, at, at + 1 + random.below(random.chance(0.5) ? 2 : 60))
  },
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'its beginning lost': (bytes, random) => bytes.subarray(random.below(Math.min(bytes.length, 400))),
  'a piece twice': (bytes, random) => {
    const at = random.below(bytes.length)
    const end = Math.min(bytes.length, at + 1 + random.below(200))
    const to = random.below(bytes.length)
    return splice(bytes, to, to, bytes.subarray(at, end))
  },
  'a piece of noughts': (bytes, random) => {
    const at = random.below(bytes.length)
    const end = Math.min(bytes.length, at + 1 + random.below(64))
    return splice(bytes, at, end, new Uint8Array(end - at))
  },
  'noise behind it': (bytes, random) =>
    Buffer.concat([bytes, Uint8Array.from({ length: 1 + random.below(40) }, () => random.below(256))]),
}

type ChangeXml = (xml: string, random: Random) => string

const piece = (xml: string, pattern: RegExp, random: Random) => {
  const found = [...xml.matchAll(pattern)]
  return found.length ? random.pick(found) : null
}

const replaceAt = (xml: string, at: number, length: number, given: string) =>
  xml.slice(0, at) + given + xml.slice(at + length)

/** What can be wrong inside a workbook that is packed well. */
export const changeXml: Record<string, ChangeXml> = {
  'a letter of its XML': (xml, random) =>
    replaceAt(xml, random.below(xml.length), 1, random.pick([...'<>&"\'/0123456789abrst \u0000é'])),
  'an attribute': (xml, random) => {
    const found = piece(xml, /="([^"]*)"/g, random)
    const value = random.pick([
      '',
      '0',
      '1',
      '-1',
      '99',
      '1048577',
      '99999999999',
      'x',
      'A1',
      'XFD1',
      'A0',
      'e',
      'b',
      'str',
      'd',
      's',
      '1e9',
    ])
    return found ? replaceAt(xml, found.index, found[0].length, `="${value}"`) : xml
  },
  'an attribute left out': (xml, random) => {
    const found = piece(xml, / [\w:]+="[^"]*"/g, random)
    return found ? replaceAt(xml, found.index, found[0].length, '') : xml
  },
  'an element left out': (xml, random) => {
    const found = piece(xml, /<([\w:]+)[^<>]*>[^<>]*<\/\1>|<[\w:]+[^<>]*\/>/g, random)
    return found ? replaceAt(xml, found.index, found[0].length, '') : xml
  },
  'an element twice': (xml, random) => {
    const found = piece(xml, /<([\w:]+)[^<>]*>[^<>]*<\/\1>|<[\w:]+[^<>]*\/>/g, random)
    return found ? replaceAt(xml, found.index, 0, found[0]) : xml
  },
  'a text': (xml, random) => {
    const found = piece(xml, />([^<>]+)</g, random)
    return found
      ? replaceAt(
          xml,
          found.index,
          found[0].length,
          `>${random.pick(['', '9999', '-1', '#N/A', '1e5', '0x1F', 'x', '&#0;', '&lol;'])}<`,
        )
      : xml
  },
  'cut in its XML': (xml, random) => xml.slice(0, random.below(xml.length)),
}
