import type { FinishedReply } from './finished-reply.ts'

export interface ReplyCache<Kept = FinishedReply> {
  get: (key: string) => Kept | undefined
  set: (key: string, reply: Kept) => void
}

interface Bounds<Kept> {
  bytes?: number
  replies?: number
  bytesOf: (kept: Kept) => number
}

/**
 * Finished replies that can never change (protected, of a numbered edition), the most recently used ones.
 * Bounded by the bytes of their bodies, and by their number because addresses can be made up endlessly.
 */
export function createReplyCache<Kept = FinishedReply>({
  bytes = 64_000_000,
  replies = 5000,
  bytesOf,
}: Bounds<Kept>): ReplyCache<Kept> {
  const kept = new Map<string, Kept>()
  let held = 0
  return {
    get(key) {
      const reply = kept.get(key)
      if (reply && kept.size > replies / 2) {
        // a Map keeps the order of insertion: what is used goes to the end, what is dropped is at the start
        kept.delete(key)
        kept.set(key, reply)
      }
      return reply
    },
    set(key, reply) {
      const before = kept.get(key)
      if (before) {
        kept.delete(key)
        held -= bytesOf(before)
      }
      kept.set(key, reply)
      held += bytesOf(reply)
      for (const [oldest, one] of kept) {
        if (held <= bytes && kept.size <= replies) break
        kept.delete(oldest)
        held -= bytesOf(one)
      }
    },
  }
}
