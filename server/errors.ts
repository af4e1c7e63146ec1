import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../src/contract/common.ts'
import { describeProblem, ProblemError } from '../src/service/problem.ts'
import type { Application } from './application.ts'

/** Every error leaves as RFC 9457 problem details; what went wrong inside stays in the log. */
export function answerErrors(app: Application) {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(reply, problemOf(error, request)))
}

/** An address that cannot be decoded reaches no route, and leaves as problem details too. */
export function answerBadAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply) {
  sendProblem(reply, describeProblem(error.statusCode ?? 400, `${error.message}.`))
}

/** What is no request of HTTP, or has more in its head than is read, is answered on the bare connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const status = unreadable[error.code ?? ''] ?? 400
  const detail =
    status === 431
      ? 'The address and the headers together are longer than 16 kB. Ask for fewer things at a time.'
      : 'The request cannot be read.'
  const body = JSON.stringify(describeProblem(status, detail))
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Cache-Control: no-store',
      'Connection: close',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

const unreadable: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem
  const status = error.statusCode ?? 500
  if (status < 500) return describeProblem(status, error.message)
  request.log.error(error)
  return describeProblem(
    500,
    'The service could not answer. Try again; the log of the service says what happened.',
  )
}
