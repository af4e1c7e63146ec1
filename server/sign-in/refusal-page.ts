import type { FastifyReply } from 'fastify'
import { sendPlainPage } from '../replies/plain-page.ts'

/** Somebody comes back from another site and is not signed in: a page that needs nothing to be read. */
export function sendRefusal(reply: FastifyReply, status: 403 | 503, words: string): FastifyReply {
  return sendPlainPage(reply, {
    status,
    title: 'You are not signed in',
    words,
    links: [
      ['Sign in again', '/api/v1/session/sign-in'],
      ['Go on as the panel', '/'],
    ],
  })
}
