import { createServer } from 'node:http'
import { addressOf, listenAt, type Place, plainListener } from '../listening.ts'
import type { Metrics } from './metrics.ts'

/**
 * `GET /metrics` for Prometheus, at a port of its own: whoever watches the service is not one of its readers, and no
 * proxy passes on to it by mistake.
 */
export async function serveMetrics(
  metrics: Metrics,
  place: Place,
): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, reply) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      reply
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Only GET /metrics is here.\n')
      return
    }
    void metrics.read().then(
      ({ text, type }) =>
        reply.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      // why is in the log of /readyz; what an error holds is not for whoever watches
      () => reply.writeHead(503).end(),
    )
  })
  await listenAt(place, plainListener(server))
  return {
    address: addressOf(place.host, server.address()),
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
