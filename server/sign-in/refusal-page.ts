import type { FastifyReply } from 'fastify'
import { sendPlainPage } from '../replies/plain-page.ts'

interface Refusal {
  status: 403 | 503
  words: string
  /** whether a sign-in of before holds: whoever comes back twice is signed in, and is not told otherwise */
  isIn: boolean
}

/** Somebody comes back from another site and is not signed in by it: a page that needs nothing to be read. */
export function sendRefusal(reply: FastifyReply, { status, words, isIn }: Refusal): FastifyReply {
  return sendPlainPage(reply, {
    status,
    title: isIn ? 'This sign-in did not go through' : 'You are not signed in',
    words: isIn ? `${words} You are still signed in as before.` : words,
    links: [
      ['Sign in again', '/api/v1/session/sign-in'],
      [isIn ? 'Go on' : 'Go on as the panel', '/'],
    ],
  })
}
