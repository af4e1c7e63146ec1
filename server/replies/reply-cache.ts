import type { FinishedReply } from './finished-reply.ts'

export interface ReplyCache {
  get: (key: string) => FinishedReply | undefined
  set: (key: string, reply: FinishedReply) => void
}

/**
 * Finished replies that can never change (protected, of a numbered edition), the most recently used ones.
 * Bounded by the bytes of their bodies, and by their number because addresses can be made up endlessly.
 */
export function createReplyCache({ bytes = 64_000_000, replies = 5000 } = {}): ReplyCache {
  const kept = new Map<string, FinishedReply>()
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
        held -= before.body.length
      }
      kept.set(key, reply)
      held += reply.body.length
      for (const [oldest, { body }] of kept) {
        if (held <= bytes && kept.size <= replies) break
        kept.delete(oldest)
        held -= body.length
      }
    },
  }
}
