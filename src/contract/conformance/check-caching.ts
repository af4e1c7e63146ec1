import { paths, type View } from '../paths.ts'
import type { ApiUnderCheck, Reply } from './api-under-check.ts'
import { about } from './check-shape.ts'
import { pinnedView, readSession, seriesRequests } from './edition-under-check.ts'
import type { Finding } from './finding.ts'

/** One address for each resource of an edition. */
async function addressesOf(api: ApiUnderCheck, view: View): Promise<string[]> {
  const first = (await seriesRequests(api, await pinnedView(api)))[0]
  const series = first
    ? [paths.series(view, { kpi: first.kpis[0]?.id ?? '', dimension: first.dimension })]
    : []
  return [paths.kpis(view), paths.overview(view), paths.plan(view), ...series]
}

/** A protected reply of a numbered edition never changes: immutable, with a strong ETag that is honoured. */
export async function checkImmutable(api: ApiUnderCheck): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const address of await addressesOf(api, await pinnedView(api))) {
    const reply = await api.get(address)
    const directives = cacheControl(reply)
    if (!directives.includes('immutable')) {
      findings.push({
        ...about(reply),
        path: 'header Cache-Control',
        message: `does not say immutable (${directives.join(', ') || 'it is missing'})`,
        remedy: 'Send Cache-Control: public, max-age=31536000, immutable.',
      })
    }
    findings.push(...(await checkETag(api, reply)))
  }
  return findings
}

async function checkETag(api: ApiUnderCheck, reply: Reply): Promise<Finding[]> {
  const fault = (message: string, remedy: string): Finding[] => [
    { ...about(reply), path: 'header ETag', message, remedy },
  ]
  const tag = reply.headers.get('etag')
  if (!tag)
    return fault(
      'is missing on an immutable reply',
      'Send a strong ETag, such as a hash of the body in quotes.',
    )
  if (!/^"[^"]*"$/.test(tag)) {
    return fault(`is ${tag}, which is not a strong ETag`, 'Send it in double quotes and without W/.')
  }
  const again = await api.ask(reply.address, { 'if-none-match': tag })
  if (again.status === 304 && again.text === '') return []
  return fault(
    `is not honoured: If-None-Match with it brings ${again.status}`,
    'Answer 304 without a body where If-None-Match names the ETag.',
  )
}

/** What changes with the next publication is asked for again. */
export async function checkRevalidated(api: ApiUnderCheck): Promise<Finding[]> {
  const latest = await addressesOf(api, { edition: 'latest', audience: 'protected' })
  const findings: Finding[] = []
  for (const address of [paths.editions(), ...latest]) {
    const reply = await api.get(address)
    const directives = cacheControl(reply)
    const isRevalidated = ['no-cache', 'no-store', 'max-age=0'].some((word) => directives.includes(word))
    if (isRevalidated && !directives.includes('immutable')) continue
    findings.push({
      ...about(reply),
      path: 'header Cache-Control',
      message: `lets a stale reply be used (${directives.join(', ') || 'it is missing'})`,
      remedy: 'Send Cache-Control: no-cache: the next edition changes this reply.',
    })
  }
  return findings
}

/** Exact figures are never stored; who is asking is never stored. */
export async function checkNotStored(api: ApiUnderCheck): Promise<Finding[]> {
  const session = await readSession(api)
  const exact = session.audience === 'exact' ? await addressesOf(api, await pinnedView(api, 'exact')) : []
  const findings: Finding[] = []
  for (const address of [paths.session(), ...exact]) {
    const reply = await api.get(address)
    if (cacheControl(reply).includes('no-store')) continue
    findings.push({
      ...about(reply),
      path: 'header Cache-Control',
      message: `does not say no-store (${cacheControl(reply).join(', ') || 'it is missing'})`,
      remedy: 'Send Cache-Control: no-store.',
    })
  }
  return findings
}

function cacheControl({ headers }: Reply): string[] {
  const header = headers.get('cache-control') ?? ''
  return header
    .split(',')
    .map((directive) => directive.trim().toLowerCase())
    .filter(Boolean)
}
