import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'

export interface TestProvider {
  issuer: string
  /** whoever signs in next, and what is said of them; null breaks the sign-in off */
  person: { id: string; claims: Record<string, unknown> } | null
  /** changes ID tokens after the provider made them, and signs them as it would */
  alter: ((claims: JWTPayload) => JWTPayload) | null
  /** whether it answers nothing at all */
  isDown: boolean
  /** signs anything as the provider would */
  sign: (claims: JWTPayload) => Promise<string>
  /** takes back what it gave to somebody who is not back at the service yet */
  revoke: (code: string) => Promise<void>
  close: () => Promise<void>
}

export const client = { id: 'dashboard', secret: 'a-secret-of-the-tests-and-of-nobody-else' }

type Settings = Parameters<typeof buildApplication>[0]

/** The product in this process, whose officers sign in by a provider. */
export async function aServiceBehind(
  { issuer }: TestProvider,
  roles: NonNullable<Settings['oidc']>['roles'],
  settings: Omit<Settings, 'auth' | 'oidc' | 'logLevel'>,
): Promise<Application> {
  const oidc = { issuer, clientId: client.id, clientSecret: client.secret, roles }
  return await buildApplication({ ...settings, auth: 'oidc', oidc, logLevel: 'silent' })
}

/** A real provider program on a free port, whose people sign in without being asked anything. */
export async function aProvider(originOfService: () => string): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' }
  let provider: Provider | null = null
  const server = createServer((request, response) => {
    if (test.isDown) request.socket.destroy()
    else void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const issuer = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  const sign = async (claims: JWTPayload) =>
    await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(privateKey)

  const test: TestProvider = {
    issuer,
    person: null,
    alter: null,
    isDown: false,
    sign,
    revoke: async (code) => await (await made().AuthorizationCode.find(code))?.destroy(),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  /** made at the first question: by then the service has its port */
  function made(): Provider {
    provider ??= makeProvider(test, originOfService(), jwk)
    return provider
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith('/interaction/')) return await made().callback()(request, response)
    const result = test.person
      ? { login: { accountId: test.person.id } }
      : { error: 'access_denied', error_description: 'broken off' }
    await made().interactionFinished(request, response, result)
  }
  return test
}

function makeProvider(test: TestProvider, origin: string, jwk: object): Provider {
  const provider = new Provider(test.issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/api/v1/session/callback`],
        post_logout_redirect_uris: [`${origin}/`],
        backchannel_logout_uri: `${origin}/api/v1/session/signed-out`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of the tests'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'name', 'groups', 'hasgroups', '_claim_names'], profile: ['name'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    // its own refuses addresses of this very machine
    fetch: async (url, { method = 'GET', headers = {}, body = null } = {}) =>
      await fetch(url, { method, headers, body }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...test.person?.claims, sub: id }) }),
    async loadExistingGrant(context) {
      const { session, client: asking } = context.oidc
      const grant = new provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: asking?.clientId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    await next()
    const body: unknown = context.body
    if (context.path !== '/token' || !test.alter || typeof body !== 'object' || body === null) return
    if (!('id_token' in body) || typeof body.id_token !== 'string') return
    context.body = { ...body, id_token: await test.sign(test.alter(decodeJwt(body.id_token))) }
  })
  return provider
}
