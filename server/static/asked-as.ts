import type { FastifyRequest } from 'fastify'

/** What tells who asks, from where and by which name: no more and no less than the page was asked with. */
const passedOn = [
  'host',
  'cookie',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
] as const

/** A request to the API as whoever asked for a page would make it. */
export function askedAs({ headers, socket }: FastifyRequest) {
  const passed = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const from = socket.remoteAddress
  return { headers: passed, ...(from === undefined ? {} : { remoteAddress: from }) }
}
