import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../src/contract/common.ts'
import { describeProblem, ProblemError } from '../src/service/problem.ts'
import type { Application } from './application.ts'
import { conflictBehind } from './db/conflict.ts'
import { noRoomBehind } from './db/no-room.ts'
import { securityHeaders } from './door/security-headers.ts'
import { codeOf } from './log/loggable-error.ts'
import { wordsFor } from './words-for-people.ts'

/** Every error leaves as RFC 9457 problem details; what went wrong inside stays in the log. */
export function answerErrors(app: Application) {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(reply, problemOf(error, request)))
}

/** An address that cannot be decoded reaches no route, and leaves as problem details too. */
export function answerBadAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply) {
  // no hook has run
  reply.headers(securityHeaders)
  sendProblem(reply, describeProblem(error.statusCode ?? 400, wordsOfRefusal(error, error.statusCode ?? 400)))
}

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
  if (status >= 400 && status < 500) return describeProblem(status, wordsOfRefusal(error, status))
  request.log.error({ req: request, err: error }, 'request errored')
  const words = wordsFor(error, [])
  if (words !== null) return describeProblem(noRoomBehind(error) ? 507 : 503, words)
  switch (conflictBehind(error)) {
    case 'conflict':
      return describeProblem(
        409,
        'Somebody else was writing at the same moment. Nothing of this was stored: look at what stands now, then try again.',
      )
    case 'out-of-reach':
      return describeProblem(503, 'The database cannot be reached. Try again in a moment.')
    case 'read-only':
      return describeProblem(
        503,
        'The database takes no writes at the moment. Nothing of this was stored: try again when it does.',
      )
    case null:
  }
  return describeProblem(
    500,
    'The service could not answer. Try again; the log of the service says what happened.',
  )
}

/** The framework's own words repeat what was sent; ours say what to do about it. */
function wordsOfRefusal(error: FastifyError, status: number): string {
  return (
    wordsByCode[codeOf(error) ?? ''] ?? wordsByStatus[status] ?? 'The request cannot be answered as it is.'
  )
}

const wordsByCode: Record<string, string> = {
  FST_ERR_BAD_URL:
    'The address cannot be decoded. Encode it as UTF-8, each byte that is no letter as % and two hex digits.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty. Send JSON.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as Content-Length says.',
  FST_FILES_LIMIT: 'There are too many files. Send a zip of them.',
  FST_PARTS_LIMIT: 'The form has too many parts. Send a zip of the files.',
  FST_FIELDS_LIMIT: 'The form holds a field that is no file. Send files only, each with its file name.',
}

const wordsByStatus: Record<number, string> = {
  400: 'The request cannot be read.',
  404: 'There is nothing at this address.',
  405: 'This cannot be done with what is at this address.',
  412: 'It has changed since it was read.',
  413: 'The body is larger than what is taken here.',
  414: 'A part of the address is longer than any id there is.',
  415: 'The body is of a type that is not taken here. Send JSON (Content-Type: application/json).',
  416: 'The file does not have this range.',
  429: 'Too many requests from this reader. Wait a minute, then try again.',
  431: 'The headers are longer than what is read.',
}
