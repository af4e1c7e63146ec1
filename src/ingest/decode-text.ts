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

/** A line longer than this is no line of figures. */
const longestLine = 4_000_000

const newline = 0x0a

/**
 * UTF-8 text of a stream of bytes, in pieces of whole lines; a byte order mark at the start is left out.
 * Zero bytes mean a binary file; other bytes that are not UTF-8 are named by line, and never guessed at.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let pending = new Uint8Array(0)
  let line = 1
  const decodeLines = (piece: Uint8Array): string => {
    if (piece.includes(0)) {
      throw new NotTextError('the file is binary, not text', 'save it as "CSV UTF-8" and load that', 0)
    }
    const text = decode(piece, line)
    line += countLines(piece)
    return text
  }
  let isFirst = true
  for await (const chunk of bytes) {
    const joined = join(pending, chunk)
    const end = joined.lastIndexOf(newline) + 1
    pending = joined.slice(end)
    if (pending.length > longestLine) {
      throw new NotTextError(
        'the file has a line of millions of characters',
        'load a CSV file with one record to a line',
        line,
      )
    }
    if (!end) continue
    const text = decodeLines(joined.subarray(0, end))
    yield isFirst ? withoutMark(text) : text
    isFirst = false
  }
  if (pending.length) {
    const text = decodeLines(pending)
    yield isFirst ? withoutMark(text) : text
  }
}

function decode(piece: Uint8Array, firstLine: number): string {
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

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (!a.length) return b
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
