import { longestLine } from '../contract/bounds.ts'
import type { Encoding } from './find-encoding.ts'

/** A file that is no text; line 0 where no line can be named. */
export class NotTextError extends Error {
  readonly line: number
  readonly remedy: string
  constructor(message: string, remedy: string, line: number) {
    super(message)
    this.name = 'NotTextError'
    this.line = line
    this.remedy = remedy
  }
}

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * Text of a stream of bytes (UTF-8, where nothing else is said), in pieces of whole lines; a byte order mark at the start is left out.
 * Zero bytes mean a binary file; other bytes that are not UTF-8 are named by line, and never guessed at. Each byte
 * is looked at a fixed number of times, however the lines fall.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<string> {
  let pending: Uint8Array[] = []
  let pendingLength = 0
  let line = 1
  let isFirst = true
  const decodeLines = (pieces: readonly Uint8Array[]): string => {
    const piece = joined(pieces)
    if (piece.includes(0)) {
      throw new NotTextError('the file is binary, not text', 'save it as "CSV UTF-8" and load that', 0)
    }
    if (isFirst) refuseOldLineEnds(piece)
    const whole = decode(piece, line, encoding)
    const text = isFirst ? withoutMark(whole) : whole
    line += countLines(piece)
    isFirst = false
    return text
  }
  for await (const chunk of encoding.startsWith('utf-16') ? inUtf8(bytes, encoding) : bytes) {
    const end = chunk.lastIndexOf(newline) + 1
    if (end > 0) {
      yield decodeLines([...pending, chunk.subarray(0, end)])
      pending = []
      pendingLength = 0
    }
    // a copy: whoever gave the chunk may use its memory again
    pending.push(chunk.slice(end))
    pendingLength += chunk.length - end
    if (pendingLength > longest) {
      if (isFirst) refuseOldLineEnds(joined(pending))
      throw new NotTextError(
        'the file has a line of more than a million characters',
        'load a CSV file with one record to a line',
        line,
      )
    }
  }
  if (pendingLength > 0) yield decodeLines(pending)
}

/** Lines that end with a carriage return alone would all be one: the file is told for what it is. */
function refuseOldLineEnds(start: Uint8Array) {
  const first = start.indexOf(newline)
  const firstLine = first < 0 ? start : start.subarray(0, first)
  const at = firstLine.indexOf(carriageReturn)
  // the return before a line feed, or at the very end, ends a line as it should
  if (at < 0 || at === firstLine.length - 1 || firstLine.subarray(0, at).includes(quotationMark)) return
  throw new NotTextError(
    'the lines of the file end with a carriage return alone (CR), as old programs write them',
    'save it as "CSV UTF-8", whose lines end with a line feed, and load that',
    1,
  )
}

const quotationMark = 0x22

/** Text of two bytes to a letter as UTF-8, so that its lines are found in the same way. */
async function* inUtf8(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const encoder = new TextEncoder()
  try {
    for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }))
    yield encoder.encode(decoder.decode())
  } catch {
    throw new NotTextError('the file is cut short, or not in the encoding that it begins with', saveAgain, 0)
  }
}

const saveAgain = 'save it as "CSV UTF-8" and load that'

function decode(piece: Uint8Array, firstLine: number, encoding: Encoding): string {
  if (encoding === 'windows-1252') return new TextDecoder(encoding).decode(piece)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return decoder.decode(piece)
  } catch {
    throw new NotTextError(
      'the line has bytes that are not UTF-8',
      'save the file as "CSV UTF-8" and load that',
      firstLine + faultyLine(piece),
    )
  }
}

/** Lines never split a character of UTF-8, so each can be tried alone. */
function faultyLine(piece: Uint8Array): number {
  let start = 0
  for (let line = 0; ; line++) {
    const end = piece.indexOf(newline, start)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(piece.subarray(start, end < 0 ? piece.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    start = end + 1
  }
}

function countLines(piece: Uint8Array): number {
  let count = 0
  for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) count += 1
  return count
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only, ...more] = pieces
  if (only && more.length === 0) return only
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
