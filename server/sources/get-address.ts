import { type IncomingMessage, request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import { codeOf } from '../log/loggable-error.ts'
import { isPrivateAddress, lookUpPublic, PrivateAddressError } from './private-addresses.ts'
import { SourceError } from './source-error.ts'
import type { AskedByHttp } from './source-settings.ts'

/** Of one host: who is sent on for ever is told so. */
const mostRedirects = 5

/**
 * Asks an address, and gives what it answers to whoever takes it, piece by piece; never more of it, and no longer,
 * than the settings say. A redirect is followed to the same host alone: elsewhere the secret would be told.
 *
 * @throws SourceError with the remedy; the address is named by its host alone
 */
export async function getAddress<Taken>(
  asked: AskedByHttp,
  signal: AbortSignal,
  take: (body: AsyncIterable<Uint8Array>) => Promise<Taken>,
): Promise<Taken> {
  const patience = AbortSignal.timeout(asked.seconds * 1000)
  const until = AbortSignal.any([signal, patience])
  try {
    const response = await follow(asked, new URL(asked.address), until)
    return await take(bounded(asked, response))
  } catch (error) {
    if (error instanceof SourceError || signal.aborted) throw error
    throw patience.aborted ? tooSlow(asked) : (unreached(asked, error) ?? error)
  }
}

async function follow(asked: AskedByHttp, first: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let address = first
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await send(asked, address, signal)
    const { statusCode: status = 0, headers } = response
    const next = isRedirect(status) && headers.location ? parse(headers.location, address) : null
    if (!next) return requireFile(asked, response)
    response.destroy()
    if (next.origin !== first.origin)
      throw new SourceError(
        `${hostOf(asked)} sends on to another host (${next.host}), and the secret is for the first alone. If that is meant, give its address in the settings`,
      )
    address = next
  }
  throw new SourceError(
    `${hostOf(asked)} sends from one address to the next without an end; look at "address"`,
  )
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function parse(location: string, from: URL): URL | null {
  return URL.canParse(location, from) ? new URL(location, from) : null
}

function send(asked: AskedByHttp, address: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { header } = asked
  const host = address.hostname.replace(/^\[|\]$/g, '')
  // a name is looked up by us; an address is connected to without that
  if (!asked.private && isPrivateAddress(host)) throw inner(asked)
  return new Promise((resolve, reject) => {
    const sent = (address.protocol === 'http:' ? requestPlainly : request)(
      address,
      {
        signal,
        agent: false,
        headers: {
          accept: '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'governance-dashboard',
          ...(header ? { [header.name]: header.value } : {}),
        },
        ...(asked.private ? {} : { lookup: lookUpPublic }),
      },
      resolve,
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** Signing in is asked for by a page as often as by a status, and a page is no figures. */
function requireFile(asked: AskedByHttp, response: IncomingMessage): IncomingMessage {
  const fault = faultOf(asked, response)
  if (fault === null) return response
  response.destroy()
  throw new SourceError(fault)
}

function faultOf(asked: AskedByHttp, { statusCode: status = 0, headers }: IncomingMessage): string | null {
  const host = hostOf(asked)
  if (status === 401 || status === 403) {
    return asked.header
      ? `${host} does not take the secret (${status}): renew it, and set ${asked.header.from} to the new one`
      : `${host} wants to know who asks (${status}): give it a "header" in the settings`
  }
  if (status === 404 || status === 410)
    return `${host} has nothing at that address (${status}): look at "address"`
  if (status === 429) return `${host} is asked too often (429): choose a rarer "schedule"`
  if (status >= 500) return `${host} has an error of its own (${status}): ask again later, or whoever runs it`
  if (status !== 200) return `${host} answered with ${status} and no file: look at "address"`
  if (/^text\/html\b/i.test(headers['content-type'] ?? ''))
    return `${host} answered with a page in place of a file: it may want a sign-in ("header"), or the address is that of a page`
  if (!['', 'identity'].includes(headers['content-encoding'] ?? ''))
    return `${host} answers packed (${headers['content-encoding'] === 'gzip' ? 'gzip' : 'Content-Encoding'}), though it was asked not to: have it send the file as it is`
  if (Number(headers['content-length'] ?? 0) > asked.mostBytes) return tooLarge(asked)
  return null
}

async function* bounded(asked: AskedByHttp, response: IncomingMessage): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    if (bytes > asked.mostBytes) throw new SourceError(tooLarge(asked))
    yield piece
  }
  if (!response.complete)
    throw new SourceError(`${hostOf(asked)} broke off in the middle of the file: ask again`)
}

/** All that is said of an address: there may be a secret in the rest of it. */
function hostOf({ address }: AskedByHttp): string {
  return new URL(address).host
}

function tooLarge(asked: AskedByHttp): string {
  return `${hostOf(asked)} sends more than ${asked.mostBytes / 1e6} MB: allow more with "megabytes", or have less sent`
}

function tooSlow(asked: AskedByHttp): SourceError {
  return new SourceError(
    `${hostOf(asked)} did not answer to the end within ${asked.seconds} s: allow more with "seconds", or ask at a quieter time`,
  )
}

function inner(asked: AskedByHttp): SourceError {
  return new SourceError(
    `${hostOf(asked)} is an address of this machine or of an inner network: if that is meant, say "private": true in the settings`,
  )
}

/** What a connection that failed says by its code alone; null where it is none of these. */
function unreached(asked: AskedByHttp, error: unknown): SourceError | null {
  if (error instanceof PrivateAddressError) return inner(asked)
  const code = codeOf(error)
  if (code === null) return null
  const host = hostOf(asked)
  if (/^(ENOTFOUND|EAI_)/.test(code))
    return new SourceError(
      `the name ${host} is not known (${code}): look at "address", and at this machine's network`,
    )
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|EPROTO/.test(code))
    return new SourceError(
      `${host} does not show a certificate that this machine trusts (${code}): renew it there, or give its authority by NODE_EXTRA_CA_CERTS`,
    )
  if (code === 'ECONNRESET') return new SourceError(`${host} broke off (${code}): ask again`)
  if (code.startsWith('HPE_'))
    return new SourceError(`${host} does not speak HTTP (${code}): look at "address"`)
  return /^E(CONN|HOST|NET|TIMEDOUT|PIPE)/.test(code)
    ? new SourceError(`${host} cannot be reached (${code}): is it running, and may this machine go there?`)
    : null
}
