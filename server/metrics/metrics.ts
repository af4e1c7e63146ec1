import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Application } from '../application.ts'
import type { Database } from '../db/database.ts'
import { readEdition } from '../db/editions.ts'
import { checkReadiness } from '../db/readiness.ts'
import type { LoadPlace } from '../loads/load-place.ts'
import { whenOver } from '../replies/when-over.ts'

export interface Metrics {
  /** counts what this application answers, and looks at where it loads; before it listens */
  watch: (app: Application, place: LoadPlace) => void
  /** everything measured until now, in Prometheus' text format; and the type to send it as */
  read: () => Promise<{ text: string; type: string }>
}

/** From a kept reply (under a millisecond) to a publication (a minute). */
const bucketsOfSeconds = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

/**
 * What can be counted about a service without knowing who asks for what: routes by their pattern, statuses, times,
 * memory, connections. No figure, address, role or text is in it, and the number of series is bounded by the routes.
 */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const askDatabase = databaseGauges(registry, database)
  const askPlace = placeGauge(registry)
  let watched: LoadPlace | null = null
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from the head of a request to the last byte of its reply, by pattern of the route',
    labelNames: ['method', 'route', 'status'],
    buckets: bucketsOfSeconds,
    registers: [registry],
  })
  const underWay = new Gauge({
    name: 'http_requests_under_way',
    help: 'Requests that are being answered',
    registers: [registry],
  })

  return {
    watch(app, place) {
      watched = place
      app.addHook('onRequest', (request, reply, done) => {
        const { method, routeOptions } = request
        underWay.inc()
        whenOver(reply, () => {
          underWay.dec()
          const status = reply.raw.headersSent ? String(reply.statusCode) : 'gone'
          seconds.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1000)
        })
        done()
      })
    },
    async read() {
      const now = new Date()
      askPlace(watched, now)
      await askDatabase(now)
      return { text: await registry.metrics(), type: registry.contentType }
    },
  }
}

const gaugesOf =
  (registry: Registry) =>
  <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })

/** What this process is loading or publishing. */
function placeGauge(registry: Registry): (place: LoadPlace | null, now: Date) => void {
  const seconds = gaugesOf(registry)(
    'dashboard_load_seconds',
    'For how long this instance has been loading or publishing; 0 where it is not',
  )
  return (place, now) => {
    const since = place?.takenSince() ?? null
    seconds.set(since ? Math.max(0, now.getTime() - since.getTime()) / 1000 : 0)
  }
}

/** What the database says of itself, asked when somebody reads the metrics and not in between. */
function databaseGauges(registry: Registry, database: Database): (now: Date) => Promise<void> {
  const gauge = gaugesOf(registry)
  const ready = gauge('dashboard_ready', '1 where the newest edition of both sets can be read, else 0')
  const writes = gauge('dashboard_writes_taken', '1 where something can be written, else 0')
  const edition = gauge('dashboard_edition_number', 'Number of the newest edition; 0 where there is none')
  const published = gauge(
    'dashboard_edition_published_timestamp_seconds',
    'When the newest edition was published, in seconds since 1970; 0 where there is none',
  )
  const connections = gauge('dashboard_database_connections', 'Connections to the database server', ['state'])

  const scheduled = gauge(
    'dashboard_editions_with_a_time',
    'Editions that wait for their time, missed it, or were refused at it and are still at the desk',
    ['state'],
  )
  const behind = gauge(
    'dashboard_publications_waiting',
    'Publications that wait for another to end, at all instances',
  )
  const longest = gauge(
    'dashboard_publication_wait_seconds',
    'For how long the first of them has waited, or the first edition whose time has come; 0 where none has',
  )

  return async (now) => {
    for (const [state, count] of Object.entries(database.connections())) connections.set({ state }, count)
    const found = await checkReadiness(database, now)
    ready.set(found.kind === 'ready' ? 1 : 0)
    writes.set(found.kind === 'ready' && found.writes === 'taken' ? 1 : 0)
    if (found.kind !== 'ready') return
    const { queue } = found
    scheduled.reset()
    for (const [state, loads] of Object.entries(queue?.scheduled ?? {})) scheduled.set({ state }, loads)
    behind.set(queue?.behindAnother ?? Number.NaN)
    longest.set(queue ? queue.longestWaitMs / 1000 : Number.NaN)
    const newest = await readEdition(database.queries, 'latest')
    edition.set(newest?.number ?? 0)
    published.set(newest ? Date.parse(newest.publishedAt) / 1000 : 0)
  }
}
