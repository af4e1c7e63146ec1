import { http } from 'msw'
import * as z from 'zod/mini'
import { Session, SignIn } from '../../src/contract/session.ts'
import { currentSession, db } from '../db.ts'
import { at, badParameter, reply } from '../respond.ts'

export const sessionHandlers = [
  http.get(at('/session'), ({ request }) => reply(Session, currentSession(), request, 'no-store')),
  http.post(at('/session'), async ({ request }) => {
    const body: unknown = await request.json().catch(() => null)
    const signIn = z.safeParse(SignIn, body)
    if (!signIn.success) return badParameter('role', JSON.stringify(body), 'one of the six roles')
    db.role = signIn.data.role
    return reply(Session, currentSession(), request, 'no-store')
  }),
  http.delete(at('/session'), ({ request }) => {
    db.role = 'public'
    return reply(Session, currentSession(), request, 'no-store')
  }),
]
