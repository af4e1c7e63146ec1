import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiBase } from '../../src/contract/paths.ts'
import { BeginSignIn } from '../../src/contract/session.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { appendAudit } from '../db/audit-store.ts'
import { instant } from '../db/editions.ts'
import { digestOf, endSessionsOf, keepSignIn, takeSignIn } from '../db/session-store.ts'
import { isLoopback } from '../door/allowed-hosts.ts'
import { logEvent } from '../log/security-events.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services, SignIn } from '../services.ts'
import { cookieFor } from '../session/cookies.ts'
import { actorOfSession, type Sessions } from '../session/sessions.ts'
import { personOf } from '../sign-in/people.ts'
import { ProviderUnreachableError, SignInRefusedError } from '../sign-in/provider.ts'
import { sendRefusal } from '../sign-in/refusal-page.ts'

/** So long somebody may take there, with a second factor and a telephone to be looked for. */
const patienceMs = 15 * 60_000

const callback = '/session/callback'

/** Going to the sign-in service, coming back from it, and hearing from it that somebody has left. */
export function signInRoutes(
  app: Application,
  { database, sessions, now }: Services,
  { provider, roles }: SignIn,
) {
  const { queries } = database
  // it comes back with a link of another site
  const cookie = cookieFor('sign-in', true)

  app.get(
    '/session/sign-in',
    { schema: { summary: 'Go to the sign-in service', querystring: BeginSignIn } },
    async (request, reply) =>
      await inWords(request, reply, sessions, async () => {
        const departure = await provider.depart(ownAddress(request, apiBase + callback))
        const { address, ...pending } = departure
        const until = new Date(now().getTime() + patienceMs)
        const returnTo = pageOf(request.query.returnTo)
        cookie.set(request, reply, await keepSignIn(queries, { ...pending, returnTo }, until), patienceMs)
        return reply.header('cache-control', neverStored).redirect(address, 303)
      }),
  )

  app.get(
    callback,
    { schema: { summary: 'Come back from the sign-in service' } },
    async (request, reply) =>
      await inWords(request, reply, sessions, async () => {
        const secret = cookie.read(request)
        cookie.clear(request, reply)
        const pending = secret === undefined ? null : await takeSignIn(queries, secret, now())
        if (!pending) {
          throw new SignInRefusedError(
            'This sign-in was begun in another browser, has been used already or took too long. Sign in again.',
          )
        }
        const claims = await provider.arrive(new URL(ownAddress(request, request.url)), pending)
        await sessions.begin(request, reply, personOf(claims, roles))
        logEvent(request, 'signed in')
        return reply.header('cache-control', neverStored).redirect(pending.returnTo, 303)
      }),
  )

  app.register(async (form: Application) => {
    form.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_, body, done) => done(null, new URLSearchParams(body)),
    )
    form.post(
      '/session/signed-out',
      { schema: { summary: 'Hear from the sign-in service that somebody has left (back-channel logout)' } },
      async (request, reply) => {
        const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null
        if (token === null) throw new ProblemError(400, 'There is no logout_token in the body.')
        try {
          const { subject, visit, saidAt } = await provider.readLogoutToken(token)
          const digest = (text: string | null) => (text === null ? null : digestOf(text))
          await queries.transaction(async (transaction) => {
            const left = { subject: digest(subject), visit: digest(visit) }
            const ended = await endSessionsOf(transaction, left, saidAt)
            const at = instant(now())
            await appendAudit(
              transaction,
              ended.map((session) => ({
                ...actorOfSession(session),
                at,
                deed: 'signed-out',
                about: {},
                outcome: 'done',
              })),
            )
          })
          logEvent(request, 'signed out')
        } catch (error) {
          if (error instanceof SignInRefusedError)
            throw new ProblemError(400, 'The logout_token cannot be trusted.')
          if (error instanceof ProviderUnreachableError) throw new ProblemError(503, error.message)
          throw error
        }
        return reply.header('cache-control', neverStored).code(200).send()
      },
    )
  })
}

/** What stops a person is a page, since it is a person who came. */
async function inWords(
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
  work: () => Promise<FastifyReply>,
) {
  const refuse = (status: 403 | 503, words: string) =>
    sendRefusal(reply, { status, words, isIn: sessions.identify(request).role !== 'public' })
  try {
    refuseWithoutTls(request)
    return await work()
  } catch (error) {
    if (error instanceof SignInRefusedError) return refuse(403, error.message)
    if (error instanceof ProviderUnreachableError) {
      request.log.error({ req: request, err: error }, 'request errored')
      return refuse(503, error.message)
    }
    throw error
  }
}

/** Who signs in without TLS tells everybody on the way; on this very machine there is no way. */
function refuseWithoutTls({ protocol, hostname }: FastifyRequest) {
  if (protocol === 'https' || isLoopback(hostname)) return
  throw new SignInRefusedError(
    'Officers sign in by TLS alone. Open the dashboard by https; whoever runs it sets up a proxy with TLS and names it in TRUSTED_PROXIES.',
  )
}

/** By the name that the reader asked by, which is among those allowed. */
function ownAddress({ protocol, host }: FastifyRequest, path: string): string {
  return `${protocol}://${host}${path}`
}

/** A page of this app and of nobody else, as it was seen before: without the audience of whoever was not signed in. */
function pageOf(asked: string | undefined): string {
  const here = new URL('http://here.invalid')
  if (asked === undefined || !URL.canParse(asked, here)) return '/'
  const page = new URL(asked, here)
  if (page.origin !== here.origin || page.pathname.startsWith('/api/')) return '/'
  page.searchParams.delete('audience')
  return page.pathname.replace(/^\/+/, '/') + page.search
}
