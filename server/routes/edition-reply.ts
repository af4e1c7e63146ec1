import type { FastifyReply, FastifyRequest } from 'fastify'
import { finishReply } from '../replies/finished-reply.ts'
import { immutable, neverStored, revalidated, sendFinished, serialise } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import type { EditionView } from '../session/views.ts'

interface EditionReply {
  view: EditionView
  /** the resource with every parameter that the reply depends on, edition and audience left out */
  about: string
  read: () => Promise<object>
}

/**
 * Sends what was read of an edition. Protected figures of an edition never change: they are finished once and
 * kept, immutable for readers whose address names the edition's number, asked for again under `latest`. Exact
 * figures are kept by nobody.
 */
export async function sendOfEdition(
  { replies }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, about, read }: EditionReply,
): Promise<FastifyReply> {
  if (view.audience === 'exact') {
    return reply.header('cache-control', neverStored).send(await read())
  }
  const key = `${view.edition.number} ${about}`
  const finished = replies.get(key) ?? finishReply(serialise(reply, await read()))
  replies.set(key, finished)
  if (view.isPinned) replies.set(addressKey(request), finished)
  return await sendFinished(request, reply, finished, view.isPinned ? immutable : revalidated)
}

/** A reply kept under its whole address can be sent without asking who reads it. */
export function addressKey(request: FastifyRequest): string {
  return request.raw.url ?? request.url
}
