import { describe, expect, it } from 'vitest'
import type { Fetch } from '../../src/contract/conformance/api-under-check.ts'
import { describeFinding } from '../../src/contract/conformance/finding.ts'
import { checkContract } from '../../src/contract/conformance/run-checks.ts'
import type { KpisReply } from '../../src/contract/kpis.ts'
import type { OverviewReply } from '../../src/contract/overview.ts'
import type { PlanReply } from '../../src/contract/plan.ts'
import type { Series, SeriesPoint, SeriesReply } from '../../src/contract/series.ts'
import { openMock } from '../support/servers-in-process.ts'

const good = openMock()

const kept = new Map<string, Promise<Response>>()

/** What the good API answers, worked out once: it is the same before each fault is put into it. */
const goodReply: Fetch = async (address, init) => {
  const asked = JSON.stringify([address, init.headers])
  const reply = kept.get(asked) ?? good.fetch(address, init)
  kept.set(asked, reply)
  return (await reply).clone()
}

/** A good API with one fault: what `spoil` returns takes the place of the reply of a resource. */
function faulty(resource: string, spoil: (reply: Response, url: URL) => Response | Promise<Response>): Fetch {
  return async (address, init) => {
    const reply = await goodReply(address, init)
    const url = new URL(address)
    return url.pathname.endsWith(resource) ? spoil(reply, url) : reply
  }
}

/** The fault is in the body of every good reply. */
function spoiltBody<T>(resource: string, spoil: (body: T) => void): Fetch {
  return faulty(resource, async (reply) => {
    if (reply.status !== 200) return reply
    const body: T = await reply.json()
    spoil(body)
    return new Response(JSON.stringify(body), reply)
  })
}

function spoiltPoints(spoil: (points: SeriesPoint[]) => void): Fetch {
  return spoiltBody<SeriesReply>('/series', ({ series }) => {
    const [first] = series
    if (first) spoil(first.points)
  })
}

function withoutHeader(reply: Response, name: string): Response {
  const headers = new Headers(reply.headers)
  headers.delete(name)
  return new Response(reply.body, { status: reply.status, headers })
}

/** The mock makes its editions at the first request: on a busy machine that takes longer than a reply may. */
async function linesOf(fetch: Fetch, timeLimitSeconds = 60): Promise<string[]> {
  const results = await checkContract(fetch, good.base, { timeLimitSeconds })
  return results.flatMap(({ findings }) => findings.map(describeFinding))
}

/** The one line about the fault: resource and place, message, remedy. */
async function expectLine(fetch: Fetch, line: RegExp) {
  const lines = await linesOf(fetch)
  expect(lines.find((one) => line.test(one)) ?? lines).toMatch(line)
}

const first = <T>(items: T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('the good API has nothing to spoil')
  return item
}

describe('api:check names the resource, the place and the remedy of', () => {
  it('a missing field', () =>
    expectLine(
      spoiltBody<KpisReply>('/kpis', ({ kpis }) => Reflect.deleteProperty(first(kpis), 'unit')),
      /^\/kpis kpis\[0\]\.unit: is missing → Send it: one of "count"/,
    ))

  it('a wrong type', () =>
    expectLine(
      spoiltPoints((points) => Object.assign(first(points), { value: '412' })),
      /^\/series series\[0\]\.points\[0\]\.value: is "412" → Send a number/,
    ))

  it('an unsorted series', () =>
    expectLine(
      spoiltPoints((points) => points.reverse()),
      /^\/series series\[0\]\.points\[1\]\.period: of [a-z-]+, All: \d{4}-\d{2} comes after \d{4}-\d{2} → Send points in the order of their periods/,
    ))

  it('a duplicate period', () =>
    expectLine(
      spoiltPoints((points) => points.push({ ...(points.at(-1) ?? first(points)) })),
      /^\/series series\[0\]\.points\[\d+\]\.period: of [a-z-]+, All: \d{4}-\d{2} comes twice → Send each period once/,
    ))

  it('an unknown edition answered with 200', () =>
    expectLine(
      faulty('/overview', async (reply, url) => {
        if (reply.status !== 404) return reply
        url.searchParams.set('edition', 'latest')
        return good.fetch(url.href, { headers: {}, signal: AbortSignal.timeout(240_000) })
      }),
      /^\/overview status: is 200 for edition 1005, which does not exist → Answer 404/,
    ))

  it('an exact count where protected was asked', () =>
    expectLine(
      spoiltPoints((points) => {
        const shown = points.find(({ value }) => value !== null && value > 0)
        if (shown) shown.value = (shown.value ?? 0) + 2
      }),
      /^\/series series\[0\]\.points\[\d+\]\.value: is \d+ \(.+\): an exact figure where protected was asked for → Send counts as multiples of 5/,
    ))

  it('what a figure replaced, where protected was asked', () =>
    expectLine(
      spoiltPoints((points) => {
        first(points).previousValue = 410
      }),
      /^\/series series\[0\]\.points\[0\]\.previousValue: is 410 .+: an exact figure where protected was asked for → Send null/,
    ))

  it('a team where protected was asked', () =>
    expectLine(
      spoiltBody<KpisReply>('/kpis', ({ kpis }) => {
        const member = { id: 'Locality East', label: 'Locality East', level: null }
        first(kpis).dimensions.push({ id: 'team', label: 'Team', members: [member] })
      }),
      /^\/kpis kpis\[0\]\.dimensions\[\d+\]\.id: is "team": an exact dimension where protected was asked for → Leave teams/,
    ))

  it('exact figures given to anybody who asks', () =>
    expectLine(
      faulty('/plan', async (reply, url) => {
        if (reply.status !== 403) return reply
        url.searchParams.set('audience', 'protected')
        return good.fetch(url.href, { headers: {}, signal: AbortSignal.timeout(240_000) })
      }),
      /^\/plan status: is 200 where public asks for exact figures → Answer 403/,
    ))

  it('a risk register given to the public', () =>
    expectLine(
      spoiltBody<PlanReply>('/plan', ({ milestones }) => {
        first(milestones).risk = 'R04'
      }),
      /^\/plan milestones\[0\]\.risk: is given for \S+ where protected was asked for → Send null/,
    ))

  it('a wrong content type for errors', () =>
    expectLine(
      faulty('/kpis', (reply) => {
        if (reply.status < 400) return reply
        const headers = { 'content-type': 'application/json' }
        return new Response(reply.body, { status: reply.status, headers })
      }),
      /^\/kpis header Content-Type: is application\/json where application\/problem\+json belongs → Send Content-Type: application\/problem\+json/,
    ))

  it('no ETag on an immutable reply', () =>
    expectLine(
      faulty('/overview', (reply) => withoutHeader(reply, 'etag')),
      /^\/overview header ETag: is missing on an immutable reply → Send a strong ETag/,
    ))

  it('an ETag that is not honoured', () =>
    expectLine(
      faulty('/plan', async (reply, url) =>
        reply.status === 304
          ? good.fetch(url.href, { headers: {}, signal: AbortSignal.timeout(240_000) })
          : reply,
      ),
      /^\/plan header ETag: is not honoured: If-None-Match with it brings 200 → Answer 304/,
    ))

  it('a pinned reply that is not immutable', () =>
    expectLine(
      faulty('/kpis', (reply) => withoutHeader(reply, 'cache-control')),
      /^\/kpis header Cache-Control: does not say immutable \(it is missing\) → Send Cache-Control: public/,
    ))

  it('a member that no dimension lists', () =>
    expectLine(
      spoiltBody<SeriesReply>('/series', ({ series }) => {
        first(series).member = 'Atlantis'
      }),
      /^\/series series\[0\]\.member: is "Atlantis", which no dimension of [a-z0-9-]+ lists in \/kpis → List the member/,
    ))

  it('a page that takes longer than its time limit', async () => {
    const slow = faulty('/overview', async (reply) => {
      await new Promise((resolve) => setTimeout(resolve, 3000))
      return reply
    })
    const lines = await linesOf(slow, 1)
    expect(lines.filter((line) => line.startsWith('/overview'))[0]).toMatch(
      /^\/overview: took longer than its time limit of 1 s → Answer sooner/,
    )
  })

  it('an overview that says something else than /series', () =>
    expectLine(
      spoiltBody<OverviewReply>('/overview', ({ kpis }) => {
        const shown = first(kpis).series.points.at(-1)
        if (shown) shown.value = (shown.value ?? 0) + 5
      }),
      /^\/overview kpis\[0\]\.series: of \S+, borough All differs from \/series → Send the last 36 months/,
    ))

  it('an overview that says something else than /kpis', () =>
    expectLine(
      spoiltBody<OverviewReply>('/overview', ({ kpis }) => {
        first(kpis).owner = 'Somebody else'
      }),
      /^\/overview kpis\[0\]\.owner: of \S+ is "Somebody else" where \/kpis says ".+" → Say the same/,
    ))

  it('a measure that the overview leaves out', () =>
    expectLine(
      spoiltBody<OverviewReply>('/overview', ({ kpis }) => kpis.shift()),
      /^\/overview kpis: does not hold the measures of \/kpis: without \["[a-z-]+"\]/,
    ))

  it('another edition than was asked for', () =>
    expectLine(
      spoiltBody<PlanReply>('/plan', (plan) => {
        plan.edition = 1
      }),
      /^\/plan edition: is 1 where 5 was asked for → Answer with the edition/,
    ))

  it('a bad parameter that is let through', () =>
    expectLine(
      faulty('/series', async (reply, url) => {
        if (reply.status !== 400 || !url.searchParams.has('from')) return reply
        url.searchParams.delete('from')
        return good.fetch(url.href, { headers: {}, signal: AbortSignal.timeout(240_000) })
      }),
      /^\/series status: is 200 for a bad from → Answer 400 with a problem that names from/,
    ))

  it('a bad parameter that is not named', () =>
    expectLine(
      faulty('/plan', async (reply) => {
        if (reply.status !== 400) return reply
        const { parameter: _, ...problem } = await reply.json()
        return new Response(JSON.stringify(problem), reply)
      }),
      /^\/plan parameter: is nothing where "audience" was at fault → Name the parameter/,
    ))

  it('a range that is not narrowed', () =>
    expectLine(
      faulty('/series', async (reply, url) => {
        if (!url.searchParams.has('from') || reply.status !== 200) return reply
        url.searchParams.delete('from')
        return good.fetch(url.href, { headers: {}, signal: AbortSignal.timeout(240_000) })
      }),
      /^\/series series: is not the series of All from \d{4}-\d{2} to \d{4}-\d{2}: it holds 1 series/,
    ))

  it('a milestone of a measure that does not exist', () =>
    expectLine(
      spoiltBody<PlanReply>('/plan', ({ milestones }) => {
        first(milestones).kpi = 'no-such-measure'
      }),
      /^\/plan milestones\[0\]\.kpi: is "no-such-measure", a measure that \/kpis does not list/,
    ))

  it('a gap that carries a value', () =>
    expectLine(
      spoiltPoints((points) => {
        first(points).availability = 'missing'
      }),
      /^\/series series\[0\]\.points\[0\]\.value: is \d+ where availability is missing/,
    ))

  it('a web page in the place of the API', async () => {
    const page = async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    expect(await linesOf(page)).toContain(
      '/session: is not JSON: it begins with "<!doctype html>" → Send the reply as a JSON object.',
    )
  })

  it('a service that is not there, once', async () => {
    const lines = await linesOf(() => Promise.reject(new TypeError('fetch failed')))
    expect(lines.filter((line) => line.startsWith('/editions'))).toEqual([
      '/editions: could not be read: fetch failed → See that the service is running and that its address is right.',
    ])
  })
})

describe('a good API', () => {
  it('has no findings, and its series are those that the faults were planted in', async () => {
    const reply = await good.fetch(`${good.base}/series?kpi=ot-waiting`, {
      headers: {},
      signal: AbortSignal.timeout(240_000),
    })
    const { series }: { series: Series[] } = await reply.json()
    expect(series[0]?.points.length).toBeGreaterThan(36)
    expect(await linesOf(good.fetch)).toEqual([])
  })
})
