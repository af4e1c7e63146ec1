import type { IncomingMessage } from 'node:http'

/**
 * Aborted once whoever sends has gone before everything was sent. The reader of forms notices it only where it has
 * begun to read: who went before is waited for until the service ends.
 */
export function senderGone(request: IncomingMessage): AbortSignal {
  const gone = new AbortController()
  const look = () => {
    // what had come and was not read yet is lost with the connection
    if (!request.readableEnded) gone.abort()
  }
  if (request.destroyed) look()
  else request.once('close', look)
  return gone.signal
}

/** What is waited for, until the signal; rejects with its reason then. */
export async function unlessAborted<Value>(signal: AbortSignal, waited: Promise<Value>): Promise<Value> {
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([waited, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
    // which of the two came second is told to nobody
    waited.catch(() => undefined)
  }
}
