import { SaxesParser } from 'saxes'
import { beginTurn } from '../../turns.ts'
import { damaged, tooLarge, UnreadableWorkbookError } from './unreadable-workbook.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** names come without their prefix: `table:table-cell` is `table-cell` */
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Characters of one tag or one text: a cell holds 32,767, and whatever is longer is a trap. */
const longestToken = 1_000_000
/** Tags inside each other; the deepest cell of a spreadsheet has some ten. */
const mostDepth = 200

/**
 * Parses XML piece by piece, as it is unpacked; after each piece, what the handlers have ready is given out. Entities
 * that the document defines are refused, so nothing in it grows. What is held is one piece and one token.
 */
export async function* parseXml<Item>(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  ready: () => readonly Item[],
): AsyncGenerator<Item> {
  const parser = new SaxesParser({ position: false, xmlns: false as const })
  const turns = beginTurn()
  let silent = 0
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    depth += 1
    if (depth > mostDepth) throw damaged()
    handlers.open?.(localOf(name), attributes)
  })
  const takeText = (text: string) => {
    silent = 0
    handlers.text?.(text)
  }
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('closetag', ({ name }) => {
    silent = 0
    depth -= 1
    handlers.close?.(localOf(name))
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of bytes) {
      parser.write(decoder.decode(piece, { stream: true }))
      silent += piece.length
      if (silent > longestToken) throw tooLarge('has a text of more than a million characters')
      yield* ready()
      if (turns.isOver()) await turns.giveWay()
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof UnreadableWorkbookError || !isOfParsing(error)) throw error
    throw damaged()
  }
  yield* ready()
}

/** As `parseXml`, of a part that gives nothing out on the way. */
export async function parseWhole(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(bytes, handlers, () => []));
}

/** The parser throws plain errors; those of files and zips have a code or a name of their own. */
function isOfParsing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error) return error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  return error.constructor === Error
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute by its local name. */
export function attributeOf(attributes: Attributes, local: string): string | undefined {
  const own = attributes[local]
  if (own !== undefined) return own
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}
