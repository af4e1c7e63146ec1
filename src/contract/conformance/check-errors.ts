import { Problem } from '../common.ts'
import { paths, type View } from '../paths.ts'
import type { ApiUnderCheck, Reply } from './api-under-check.ts'
import { about, checkContentType, checkShape } from './check-shape.ts'
import {
  newestEdition,
  type PinnedView,
  pinnedView,
  readEditions,
  readSession,
  seriesRequests,
} from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

interface Expected {
  status: number
  /** the parameter that a 400 names */
  parameter?: string
  message: (status: number) => string
  remedy: string
}

/** An error is of the expected status, and a problem of RFC 9457 that says the same. */
async function checkProblem(api: ApiUnderCheck, address: string, expected: Expected): Promise<Finding[]> {
  const reply = await api.get(address)
  if (reply.status !== expected.status) {
    return [
      { ...about(reply), path: 'status', message: expected.message(reply.status), remedy: expected.remedy },
    ]
  }
  return [...checkContentType(reply, 'application/problem+json'), ...checkProblemBody(reply, expected)]
}

function checkProblemBody(reply: Reply, expected: Expected): Finding[] {
  const { findings, value } = checkShape(
    { ...reply, status: 200, headers: new Headers({ 'content-type': 'application/json' }) },
    Problem,
  )
  if (!value) return findings
  if (value.status !== reply.status) {
    findings.push({
      ...about(reply),
      path: 'status',
      message: `in the body is ${value.status} where the reply's is ${reply.status}`,
      remedy: 'Repeat the status of the reply in the problem.',
    })
  }
  const { parameter } = expected
  if (parameter && value.parameter !== parameter) {
    findings.push({
      ...about(reply),
      path: 'parameter',
      message: `is ${quote(value.parameter)} where ${quote(parameter)} was at fault`,
      remedy: `Name the parameter, its value and what is allowed: { "parameter": "${parameter}", "value": …, "allowed": … }.`,
    })
  }
  if (parameter && !value.allowed) {
    findings.push({
      ...about(reply),
      path: 'allowed',
      message: 'does not say what is allowed',
      remedy: 'Say what the parameter may be.',
    })
  }
  return findings
}

async function checkProblems(
  api: ApiUnderCheck,
  addresses: readonly string[],
  expected: Expected,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const address of addresses) findings.push(...(await checkProblem(api, address, expected)))
  return findings
}

async function someSeries(api: ApiUnderCheck) {
  const first = (await seriesRequests(api, await pinnedView(api)))[0]
  return { kpi: first?.kpis[0]?.id ?? '', dimension: first?.dimension ?? 'borough' }
}

async function everyReading(api: ApiUnderCheck, view: View): Promise<string[]> {
  const series = paths.series(view, await someSeries(api))
  return [paths.kpis(view), paths.overview(view), paths.plan(view), series]
}

/** An edition that does not exist is a 404, never somebody else's figures. */
export async function checkUnknownEdition(api: ApiUnderCheck): Promise<Finding[]> {
  const { editions } = await readEditions(api)
  const unknown = Math.max(0, ...editions.map(({ number }) => number)) + 1000
  const view: PinnedView = { edition: unknown, audience: 'protected' }
  return checkProblems(api, [paths.edition(unknown), ...(await everyReading(api, view))], {
    status: 404,
    message: (status) => `is ${status} for edition ${unknown}, which does not exist`,
    remedy: 'Answer 404 with a problem that names the edition.',
  })
}

/** Who may not see exact figures is told so. Nothing to check for a reader who may. */
export async function checkForbidden(api: ApiUnderCheck): Promise<Finding[]> {
  const session = await readSession(api)
  if (session.audience === 'exact') return []
  const view: PinnedView = { edition: (await newestEdition(api)).number, audience: 'exact' }
  return checkProblems(api, await everyReading(api, view), {
    status: 403,
    message: (status) => `is ${status} where ${session.role} asks for exact figures`,
    remedy: 'Answer 403: only a signed-in officer may have them.',
  })
}

/** A measure that the edition does not know is a 404 that names it. */
export async function checkUnknownKpi(api: ApiUnderCheck): Promise<Finding[]> {
  const unknown = 'no-such-measure'
  const address = paths.series(await pinnedView(api), { kpi: unknown })
  const findings = await checkProblems(api, [address], {
    status: 404,
    message: (status) => `is ${status} for a measure that does not exist`,
    remedy: 'Answer 404 with a problem that names the measure.',
  })
  const reply = await api.get(address)
  if (findings.length || reply.text.includes(unknown)) return findings
  return [
    {
      ...about(reply),
      path: 'detail',
      message: `does not name ${quote(unknown)}`,
      remedy: 'Say which measure was not found.',
    },
  ]
}

/** Nobody finds a pack that nobody stored. */
export async function checkUnknownPack(api: ApiUnderCheck): Promise<Finding[]> {
  return checkProblems(api, [paths.pack('0000000000000000')], {
    status: 404,
    message: (status) => `is ${status} for a pack that was never stored`,
    remedy: 'Answer 404 with a problem, also where packs are not stored at all.',
  })
}

/** A bad parameter is a 400 that names it, its value and what is allowed. */
export async function checkBadParameters(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const series = await someSeries(api)
  const good = paths.series(view, series)
  const bad: [parameter: string, address: string][] = [
    ['edition', `/kpis?edition=seven&audience=protected`],
    ['edition', `/overview?edition=0&audience=protected`],
    ['audience', `/plan?edition=${view.edition}&audience=everybody`],
    ['kpi', `/series?edition=${view.edition}&audience=protected`],
    ['from', `${good}&from=2025-13`],
    ['to', `${good}&to=yesterday`],
    ['dimension', paths.series(view, { ...series, dimension: 'no-such-dimension' })],
    ['member', paths.series(view, { ...series, member: 'No such member' })],
  ]
  const findings: Finding[] = []
  for (const [parameter, address] of bad) {
    findings.push(
      ...(await checkProblem(api, address, {
        status: 400,
        parameter,
        message: (status) => `is ${status} for a bad ${parameter}`,
        remedy: `Answer 400 with a problem that names ${parameter}, its value and what is allowed.`,
      })),
    )
  }
  return findings
}
