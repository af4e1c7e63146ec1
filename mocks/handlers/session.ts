import { http } from 'msw'
import { largestBody } from '../../src/contract/bounds.ts'
import { Session, SignIn } from '../../src/contract/session.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { readPart } from '../../src/service/read-part.ts'
import { currentSession, db } from '../db.ts'
import { at, readJson, refuse, reply } from '../respond.ts'

/** Signing in and out: a variable in the mock; who is asking is an operation like any other. */
export const sessionHandlers = [
  http.post(at('/session'), async ({ request }) => {
    try {
      db.role = readPart(SignIn, await readJson(request, largestBody)).role
      return await reply(Session, currentSession(), request, 'no-store')
    } catch (error) {
      if (error instanceof ProblemError) return refuse(error.problem)
      throw error
    }
  }),
  http.delete(at('/session'), ({ request }) => {
    db.role = 'public'
    return reply(Session, currentSession(), request, 'no-store')
  }),
]
