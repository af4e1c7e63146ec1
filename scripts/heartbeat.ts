/** What a program says to whoever watches over it, as long as its loop turns. */
export const heartbeat = 'the loop turns'

const usualEveryMs = 1000

/** Says at intervals that the loop turns. Where nobody watches, nothing is said; it keeps no process running. */
export function sayAlive(everyMs: number = usualEveryMs): void {
  const say = () => {
    // a watcher that has just gone is told of by `disconnect`
    if (process.connected) process.send?.(heartbeat, undefined, {}, () => undefined)
  }
  say()
  setInterval(say, everyMs).unref()
}
