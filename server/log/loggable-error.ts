import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What may be said of an error where people of the machine room read it: its kind, its code, where in the program it
 * arose. Never its message: that of a failing query holds the statement's parameters, which are figures and drafts.
 */
export interface LoggableError {
  kind: string
  /** SQLSTATE, or a code of Node or the framework */
  code?: string
  /** `server/db/publish.ts:42:11`, innermost first */
  at?: string[]
  causes?: LoggableError[]
}

const project = fileURLToPath(new URL('../../', import.meta.url))
const deepestCause = 5
const mostFrames = 12
const mostCauses = 4

/** Takes from anything that was thrown what is on the list above, and nothing else. */
export function loggableError(thrown: unknown, depth = 0): LoggableError {
  // whoever throws a text or a figure is told by its type alone
  if (!(thrown instanceof Error)) return { kind: typeof thrown }
  const { name } = thrown.constructor
  const code = codeOf(thrown)
  const at = placesOf(thrown)
  const causes = depth < deepestCause ? causesOf(thrown) : []
  return {
    kind: /^[A-Za-z]\w{0,60}$/.test(name) ? name : 'Error',
    ...(code === null ? {} : { code }),
    ...(at.length ? { at } : {}),
    ...(causes.length ? { causes: causes.map((cause) => loggableError(cause, depth + 1)) } : {}),
  }
}

/** One line for a terminal: 'DrizzleQueryError, O 53100 at server/db/publish.ts:42:11'. */
export function describeError(thrown: unknown): string {
  const kinds: string[] = []
  let place: string | undefined
  for (let error: LoggableError | undefined = loggableError(thrown); error; error = error.causes?.[0]) {
    kinds.push([error.kind, error.code].filter(Boolean).join(' '))
    place ??= error.at?.[0]
  }
  return `${kinds.join(', ')}${place ? ` at ${place}` : ''}`
}

/** A code is a short word in capitals; anything else that stands in its place is left out. */
export function codeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null
  return /^[A-Z0-9][A-Z0-9_]{1,47}$/.test(thrown.code) ? thrown.code : null
}

function causesOf(error: Error): unknown[] {
  const grouped: unknown = error instanceof AggregateError ? error.errors : []
  return [
    ...(error.cause === undefined ? [] : [error.cause]),
    ...(Array.isArray(grouped) ? grouped : []),
  ].slice(0, mostCauses)
}

/**
 * The places alone. The text before them is the message, which may itself look like places: where it cannot be told
 * from them, there are none.
 */
function placesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  if (start === -1) return []
  return stack
    .slice(start + message.length)
    .split('\n')
    .flatMap((line) => placeIn(line) ?? [])
    .slice(0, mostFrames)
}

function placeIn(line: string): string | null {
  const [, address, position] =
    /^\s+at .*?\(?((?:file:\/\/)?\/[^()]*|node:[\w/.-]+)(:\d+:\d+)\)?$/.exec(line) ?? []
  if (address === undefined || position === undefined) return null
  if (address.startsWith('node:')) return address + position
  const path = relative(project, address.startsWith('file:') ? fileURLToPath(address) : address)
  return path.startsWith('..') ? null : path + position
}
