import { inflateSync } from 'node:zlib'

/**
 * How many letters each sheet of a PDF shows, as Chromium writes one: enough to find a sheet with nothing but its
 * foot, without a program that draws it.
 */
export function lettersOnSheets(pdf: Buffer): number[] {
  const text = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    objects.set(id, body)
  }
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => {
      const contents = /\/Contents\s+(\d+) 0 R/.exec(body)?.[1] ?? ''
      return lettersIn(streamOf(objects.get(contents) ?? ''))
    })
}

function streamOf(body: string): string {
  const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1]
  if (stream === undefined) return ''
  const bytes = Buffer.from(stream, 'latin1')
  return /FlateDecode/.test(body) ? inflateSync(bytes).toString('latin1') : stream
}

/** Letters are written as four hexadecimal digits each, or as themselves between brackets. */
function lettersIn(content: string): number {
  const hex = [...content.matchAll(/<([0-9a-f]+)>/gi)].reduce(
    (sum, [, digits = '']) => sum + digits.length / 4,
    0,
  )
  const plain = [...content.matchAll(/\(((?:\\.|[^\\)])*)\)\s*Tj/g)].reduce(
    (sum, [, letters = '']) => sum + letters.length,
    0,
  )
  return Math.round(hex + plain)
}
