import { createRemoteJWKSet, errors as jose, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { codeOf } from '../log/loggable-error.ts'
import type { RolesFile } from './roles-file.ts'

export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  roles: RolesFile
}

/** The sign-in service does not answer, or answers what no such service does. */
export class ProviderUnreachableError extends Error {}

/** Somebody is not signed in, and what they can do about it. */
export class SignInRefusedError extends Error {}

/** A sign-in that goes out, and what must hold when it comes back. */
export interface Departure {
  address: string
  state: string
  nonce: string
  verifier: string
}

/** What the sign-in service says of whoever signed in. */
export type Claims = Readonly<Record<string, unknown>>

/** Whom the sign-in service has signed out, and when it said so. */
export interface SignedOut {
  subject: string | null
  visit: string | null
  saidAt: Date
}

export interface Provider {
  depart: (redirectUri: string) => Promise<Departure>
  arrive: (address: URL, departure: Omit<Departure, 'address'>) => Promise<Claims>
  /** where a browser is signed out there too; null where that cannot be done or known */
  endAddress: (returnTo: string) => Promise<string | null>
  readLogoutToken: (token: string) => Promise<SignedOut>
}

/** Clocks of two machines differ by a little, and nobody should be kept out for it. */
const clockToleranceSeconds = 60
const patienceSeconds = 5
/** a token that says who is signed out is good for as long as it takes to arrive */
const longestOnTheWay = '5 minutes'
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/**
 * The council's own sign-in service, by OpenID Connect. It is asked for what it is when somebody first signs in, and
 * again until it has answered: the service starts, and readers are served, while it is down.
 */
export function createProvider({ issuer, clientId, clientSecret, roles }: OidcSettings): Provider {
  let known: Promise<client.Configuration> | null = null
  const configuration = () => {
    known ??= discover(issuer, clientId, clientSecret).catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
  let keys: ReturnType<typeof createRemoteJWKSet> | null = null

  return {
    async depart(redirectUri) {
      const config = await configuration()
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ]
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: roles.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, state, nonce, verifier }
    },

    async arrive(address, { state, nonce, verifier }) {
      const config = await configuration()
      try {
        const tokens = await client.authorizationCodeGrant(config, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        return tokens.claims() ?? {}
      } catch (error) {
        throw reasonOf(error)
      }
    },

    async endAddress(returnTo) {
      const config = await configuration().catch(() => null)
      if (!config?.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href
    },

    async readLogoutToken(token) {
      const { jwks_uri: address } = (await configuration()).serverMetadata()
      if (address === undefined) throw new ProviderUnreachableError('The sign-in service names no keys.')
      keys ??= createRemoteJWKSet(new URL(address), { timeoutDuration: patienceSeconds * 1000 })
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience: clientId,
          clockTolerance: clockToleranceSeconds,
          maxTokenAge: longestOnTheWay,
          requiredClaims: ['jti', 'events'],
          algorithms: [
            'RS256',
            'RS384',
            'RS512',
            'PS256',
            'PS384',
            'PS512',
            'ES256',
            'ES384',
            'ES512',
            'EdDSA',
          ],
        })
        const { events, sub = null, sid, iat = 0 } = payload
        const visit = typeof sid === 'string' ? sid : null
        const isLogout = typeof events === 'object' && events !== null && logoutEvent in events
        // what has a nonce was made for a sign-in
        if (!isLogout || 'nonce' in payload || (sub === null && visit === null)) throw untrusted('no-logout')
        return { subject: sub, visit, saidAt: new Date((iat + clockToleranceSeconds) * 1000) }
      } catch (error) {
        if (error instanceof jose.JWKSTimeout || !(error instanceof jose.JOSEError))
          throw asUnreachable(error)
        throw untrusted(error.code)
      }
    },
  }
}

async function discover(
  issuer: string,
  clientId: string,
  clientSecret: string,
): Promise<client.Configuration> {
  const address = new URL(issuer)
  try {
    return await client.discovery(
      address,
      clientId,
      { client_secret: clientSecret, [client.clockTolerance]: clockToleranceSeconds },
      undefined,
      {
        timeout: patienceSeconds,
        execute: [
          // a signature is looked at although the token came straight from there
          client.enableNonRepudiationChecks,
          // the settings allow it on this very machine alone
          ...(address.protocol === 'http:' ? [client.allowInsecureRequests] : []),
        ],
      },
    )
  } catch (error) {
    throw asUnreachable(error)
  }
}

function asUnreachable(error: unknown): Error {
  if (error instanceof SignInRefusedError || error instanceof ProviderUnreachableError) return error
  const code = codeOf(error)
  return new ProviderUnreachableError(
    `The sign-in service does not answer${code === null ? '' : ` as it should (${code})`}. Everything that the panel sees can be read meanwhile; try to sign in again later.`,
    { cause: error },
  )
}

const unanswered = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/** Why somebody who came back is not signed in: told apart by whose fault it is, and nothing of what was sent repeated. */
function reasonOf(error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) {
    return new SignInRefusedError('The sign-in was broken off there. Begin again, or go on without.')
  }
  if (error instanceof client.ResponseBodyError) {
    return error.status >= 500
      ? asUnreachable(error)
      : new SignInRefusedError(
          'The sign-in service does not know this sign-in any more: it was used, taken back or took too long. Sign in again.',
          { cause: error },
        )
  }
  const code = codeOf(error)
  if (error instanceof TypeError || code === null || unanswered.has(code)) return asUnreachable(error)
  return untrusted(code)
}

function untrusted(code: string): SignInRefusedError {
  return new SignInRefusedError(
    `What the sign-in service sent is not for this dashboard, or its time is over, so nobody was signed in. Try again; if it stays so, tell whoever runs the dashboard (${code}).`,
  )
}
