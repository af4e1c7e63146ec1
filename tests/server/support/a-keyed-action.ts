import type { InjectOptions } from 'fastify'

/** The statement that keeps an answer, and none that only takes a key. */
export const keepsAnAnswer = /^\s*insert into "post_key" .*"post_key"\."status" is null/s

/** An action as the loader of the tests records it, under a key. */
export function recordUnder(key: string): InjectOptions {
  return {
    method: 'POST',
    url: '/api/v1/actions',
    headers: { authorization: 'Bearer key-of-the-loader', 'idempotency-key': key },
    payload: {
      board: 'Board',
      action: 'Ask again',
      ownerRole: 'Service lead',
      due: '2099-01-01',
      link: 'ot-waiting',
    },
  }
}
