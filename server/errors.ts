import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../src/contract/common.ts'
import type { Application } from './application.ts'
import { describeProblem, ProblemError } from './problem.ts'
import { explainRejection } from './validation.ts'

/** Every error leaves as RFC 9457 problem details; what went wrong inside stays in the log. */
export function answerErrors(app: Application) {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(reply, problemOf(error, request)))
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
  if (error.validation) return explainRejection(request, error.validationContext, error.validation).problem
  const status = error.statusCode ?? 500
  if (status < 500) return describeProblem(status, error.message)
  request.log.error(error)
  return describeProblem(
    500,
    'The service could not answer. Try again; the log of the service says what happened.',
  )
}
