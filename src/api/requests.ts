import { apiBase, paths } from '../contract/paths.ts'
import { fileOfReply } from '../contract/static-edition.ts'
import { isFirstOfDrawn } from './drawn-readings.ts'
import { wasBrought } from './first-readings.ts'
import { previewBase } from './preview.ts'
import { refusedByFiles, standsAsFiles } from './static-edition.ts'

/** Where the API is: `VITE_API_BASE_URL` at build time, or where the app came from; of a preview, what is below it. */
export const apiAddress = `${(import.meta.env.VITE_API_BASE_URL ?? '').replace(/\/$/, '')}${apiBase}${previewBase()}`

/** After this long a reply is given up. */
const patienceMilliseconds = 20_000

/** A request that is on its way. */
export interface Sent {
  reply: Promise<Response>
  /** aborted once patience is at its end */
  timeout: AbortSignal
  /** aborted where nobody wants the reply any more */
  signal: AbortSignal | null | undefined
}

export function send(path: string, init: RequestInit, patience = patienceMilliseconds): Sent {
  const timeout = AbortSignal.timeout(patience)
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  const reply = ask(path, { credentials: 'include', ...init, signal })
  return { reply, timeout, signal: init.signal }
}

/** Whom a drawing asks that is made where there is no browser. */
let drawing: ((path: string) => Promise<Response>) | null = null

/**
 * Reads everything through somebody else from now on: a page that is drawn before it is sent. Nothing is asked for ahead
 * and nothing is remembered, because many readers' pages are drawn in one process.
 */
export function readThrough(ask: (path: string) => Promise<Response>): void {
  drawing = ask
}

function ask(path: string, init: RequestInit): Promise<Response> {
  if (drawing) return drawing(path)
  if (!standsAsFiles()) return fetch(apiAddress + path, init)
  const refused = refusedByFiles(path)
  return refused ? Promise.resolve(refused) : fetch(apiAddress + fileOfReply(path), init)
}

/** Readings that were asked for before the code that reads them was there; each is read once, by whoever asks first. */
const begun = new Map<string, { sent: Sent; stop: AbortController }>()
/** What has been asked for at all: what is held already is not asked for ahead, so nothing is asked for twice. */
const asked = new Set<string>()

/** Asks for what a page is about to read, and for nothing else any more: what the page before left unread is dropped. */
export function begin(wanted: readonly string[]): void {
  if (drawing || isFirstOfDrawn()) return
  for (const path of begun.keys()) if (!wanted.includes(path)) drop(path)
  for (const path of wanted) {
    if (asked.has(path) || wasBrought(path)) continue
    const stop = new AbortController()
    const sent = takenWhole(send(path, { signal: stop.signal }))
    // a failure is told to whoever reads it
    sent.reply.catch(() => {})
    asked.add(path)
    begun.set(path, { sent, stop })
  }
}

/** Takes the reply off the line whether or not anybody reads it: one left lying is a connection that others wait for. */
function takenWhole({ reply, ...sent }: Sent): Sent {
  const whole = reply.then(async (response) => new Response(await response.arrayBuffer(), response))
  return { ...sent, reply: whole }
}

/** The request of a reading: the one that was begun, while its time lasts, or else a new one. */
export function sendOnce(path: string, signal: AbortSignal | undefined): Sent {
  if (drawing) return send(path, signal ? { signal } : {})
  const ahead = begun.get(path)
  begun.delete(path)
  asked.add(path)
  if (!ahead || ahead.sent.timeout.aborted) return send(path, signal ? { signal } : {})
  signal?.addEventListener('abort', () => ahead.stop.abort())
  return { ...ahead.sent, signal }
}

/** Leaves nothing unread: what was begun for one reader is no answer to another. */
export function dropUnread(): void {
  for (const path of begun.keys()) drop(path)
}

/** Knows of nothing that was asked for: another app begins, with nothing kept. */
export function forgetRequests(): void {
  dropUnread()
  asked.clear()
}

function drop(path: string): void {
  begun.get(path)?.stop.abort()
  begun.delete(path)
  asked.delete(path)
}

export { paths }
