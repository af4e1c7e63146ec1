import type { FastifyReply } from 'fastify'

/** Calls once, when a reply has been sent whole or its connection has broken before. */
export function whenOver({ raw }: FastifyReply, then: () => void): void {
  let isOver = false
  const end = () => {
    if (!isOver) then()
    isOver = true
  }
  raw.once('finish', end).once('close', end)
}
