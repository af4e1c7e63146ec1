import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { ProblemError, repeatable } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'

/** An address of this machine itself, or its name for it. */
export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}

/**
 * Refuses a request for a host that is not this one. A name of somebody else's can be made to point here, and a page
 * that came by it would be taken for ours. No such name is an address, so wherever the service listens at every
 * address of its machine, any address will do.
 */
export function refuseOtherHosts(app: Application, listensAt: string, allowed: readonly string[]) {
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  const isEverywhere = listensAt === '0.0.0.0' || listensAt === '::'
  const isOurs = (host: string) => {
    const name = nameOf(host)
    if (name === null) return false
    return (
      isLoopback(name) ||
      name === listensAt ||
      names.has(name) ||
      names.has(host.toLowerCase()) ||
      (isEverywhere && isIP(name) !== 0)
    )
  }
  app.addHook('onRequest', (request, _, done) => {
    const fault = faultOf(request, isOurs)
    if (fault) done(fault)
    else done()
  })
}

function faultOf(request: FastifyRequest, isOurs: (host: string) => boolean): ProblemError | null {
  const { headers, httpVersion } = request.raw
  if (headers.host === undefined) {
    // before HTTP/1.1 there was no Host; no browser is so old
    return httpVersion === '1.1'
      ? new ProblemError(400, 'The request does not say which host it is for (Host).')
      : null
  }
  if (isOurs(request.host)) return null
  const shown = repeatable(request.host) || 'of that name'
  return new ProblemError(
    421,
    `This service is not the host "${shown}". Ask for it by the address that it printed at its start; whoever runs it can add a name with ALLOWED_HOSTS.`,
  )
}

/** 'LocalHost:8080' → 'localhost', '[::1]:80' → '::1'; null where it is no host at all. */
function nameOf(host: string): string | null {
  const [, address, name] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9_.-]+?)\.?)(?::\d{1,5})?$/.exec(host.toLowerCase()) ?? []
  if (address !== undefined) return isIP(address) === 6 ? address : null
  return name ?? null
}
