import { DrizzleQueryError } from 'drizzle-orm/errors'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMapping } from '../support/a-mapping.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { openEmpty } from '../support/an-engine.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { multipart } from './support/multipart.ts'

/** Stands wherever a text, a parameter or a figure can stand; nothing of it may be found again. */
const secret = 'Quokka'
const figure = 918_273_645
const isLeak = (text: string) => /quokka|918.?273.?645/i.test(text)

/** Whether the next statement fails that has not failed before. */
let failing = false
/** Statements that have failed in this deed; how many rows one writes makes no other of it. */
const failed = new Set<string>()
let log = ''
let database: Database
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty({ logQuery: failWhereAsked })
  await setOrganisation(database.queries, testOrganisation)
  await publishEdition(
    database,
    aPublication({
      kpis: [aDefinition({ name: secret, definition: secret })],
      figures: [aFigure({ value: figure })],
      milestones: [aMilestone({ id: 'M1', title: secret })],
    }),
  )
})
afterAll(() => database.close())

/** As the driver fails: the statement and its parameters in the message, what was stored in what lies under it. */
function failWhereAsked(query: string, params: unknown[]) {
  const statement = query.replaceAll(
    /\(\$\d+(, (\$\d+|default))*\)(, \(\$\d+(, (\$\d+|default))*\))*/g,
    '(…)',
  )
  if (!failing || failed.has(statement)) return
  failing = false
  failed.add(statement)
  const cause = Object.assign(
    new Error(`invalid input: "${secret}"\n    at ${secret} (/srv/${secret}.ts:1:1)`),
    {
      code: '22P02',
      severity: 'ERROR',
      detail: `Key (${secret})=(${figure}) is twofold.`,
      where: `JSON data, line 1: ${secret}`,
      cause: new AggregateError([new Error(`${secret} ${figure}`)], secret),
    },
  )
  throw new DrizzleQueryError(query, [...params, secret, figure], cause)
}

async function aService(): Promise<Application> {
  return await buildApplication({
    database,
    auth: 'demo',
    loadToken: 'key-of-the-loader',
    logLevel: 'trace',
    logStream: {
      write: (line) => {
        log += line
      },
    },
  })
}

type Asked = InjectOptions
interface Deed {
  name: string
  /** statements that it reaches at least: a refusal on the way would prove nothing */
  least: number
  /** its service remembers an answer for a while: each statement meets one of its own */
  meetsItAnew?: true
  /** how it answers where it goes on, and says what is lacking */
  goesOn?: RegExp
  ask: (app: Application) => Promise<{ statusCode: number; body: string }>
}

const asOfficer: Record<string, string> = { ...token, cookie: `session=${secret}`, 'user-agent': secret }
const walked = new Set<string>()
const deed = (name: string, asked: Asked, least = 0): Deed => ({
  name,
  least,
  ask: (app) => app.inject({ ...asked, headers: { ...asOfficer, ...asked.headers } }),
})

const readings = [
  '/organisation',
  '/editions',
  '/editions/1',
  '/kpis',
  '/series?kpi=ot-waiting',
  '/overview',
  '/plan',
  '/changes',
  '/data-quality',
  '/analysis?kpi=ot-waiting',
  '/withheld?kpi=ot-waiting',
  '/signals',
  '/audit',
  '/audit/chain',
  '/loads',
  '/mappings',
  '/sources',
  '/actions',
  '/actions?edition=1',
  '/commentary',
  '/commentary?edition=draft',
  `/packs/${secret}`,
].flatMap((path) =>
  ['exact', 'protected'].map((audience) =>
    deed(`GET ${path} as ${audience}`, {
      url: `/api/v1${path}${/series|kpis|overview|plan$/.test(path) ? `${path.includes('?') ? '&' : '?'}audience=${audience}` : ''}`,
      ...(audience === 'protected' ? { headers: { authorization: secret } } : {}),
    }),
  ),
)

const action = {
  board: secret,
  action: secret,
  ownerRole: secret,
  due: '2099-01-01',
  note: secret,
  link: 'ot-waiting',
}
const pack = {
  name: secret,
  items: [{ kind: 'trend', kpi: 'ot-waiting', search: {}, group: secret, line: secret }],
}

const load = {
  'kpis.csv': `kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from\nnew-one,${secret},waiting,count,P,down,month,0,150,2026-03-31,none,,1,2024-04-01`,
  'observations.csv': `kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at\nnew-one,2025-08,borough,All,${figure},,,,final,2025-10-06\not-waiting,2025-08,borough,All,${figure + 1},,,,final,2025-10-06`,
  'actions.csv': `id,board,raised,action,owner_role,due,closed,status,link,carried\nA-9,${secret},2025-09-01,${secret},${secret},2025-12-01,,open,ot-waiting,0`,
  'commentary.csv': `kpi_id,period,author_role,text\not-waiting,2025-08,${secret},${secret}`,
}

const secretMapping = aMapping(`${secret}.csv`, {
  kpi: secret,
  period: { column: secret, form: 'month-name' },
  value: { column: secret },
})

const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 16)

/**
 * Of a load that was checked before: its own statements fail, not those of the check. What failed leaves it checked, so
 * that it is checked once; what did not fail ends the deed.
 */
const ofChecked = (name: string, least: number, asked: (id: string) => Asked): Deed => {
  let id: string | null = null
  const check = async (app: Application): Promise<string> => {
    const failsLater = failing
    failing = false
    const staged = await app.inject({ method: 'POST', url: '/api/v1/loads', ...withToken(multipart(load)) })
    failing = failsLater
    return staged.json().id
  }
  return {
    name,
    least,
    async ask(app) {
      id ??= await check(app)
      return await app.inject({ headers: token, ...asked(id) })
    },
  }
}
const publishing = (name: string, least: number, given: object) =>
  ofChecked(name, least, (id) => ({
    method: 'POST',
    url: `/api/v1/loads/${id}/publish`,
    payload: { label: secret, note: secret, reason: secret, ...given },
  }))

const writings: Deed[] = [
  deed('record an action', { method: 'POST', url: '/api/v1/actions', payload: action }),
  deed('record an action once', {
    method: 'POST',
    url: '/api/v1/actions',
    payload: { ...action, key: `${secret}-key` },
  }),
  deed('change an action', {
    method: 'PATCH',
    url: '/api/v1/actions/A-001',
    headers: { 'if-match': '"1"' },
    payload: { note: secret, board: secret },
  }),
  deed('write a draft', {
    method: 'PUT',
    url: '/api/v1/commentary',
    payload: { kpi: 'ot-waiting', period: '2025-08', text: secret },
  }),
  deed('store a pack', { method: 'POST', url: '/api/v1/packs', payload: pack }),
  deed('say that a file was made', { method: 'POST', url: '/api/v1/exports', payload: { form: 'csv' } }, 1),
  deed('list who is signed in', { url: '/api/v1/sessions' }, 1),
  deed('end sessions', { method: 'POST', url: '/api/v1/sessions/end', payload: { who: secret } }, 1),
  { ...deed('be ready', { url: '/readyz' }, 5), meetsItAnew: true, goesOn: /"queue":"unknown: / },
  deed('ask for what is not there', { url: `/${secret}?${secret}=${secret}` }),
  deed('check a load', { method: 'POST', url: '/api/v1/loads', ...multipart(load) }, 20),
  deed(
    'take back',
    {
      method: 'POST',
      url: '/api/v1/loads/take-back',
      payload: { kind: 'removal', parts: [{ kpi: secret }] },
    },
    2,
  ),
  deed(
    'look into files',
    {
      method: 'POST',
      url: '/api/v1/mappings/propose',
      ...multipart({ 'list.csv': `Month,${secret}\nApr-25,${figure}` }),
    },
    3,
  ),
  deed(
    'save a mapping',
    { method: 'POST', url: '/api/v1/mappings', payload: { name: secret, mapping: secretMapping } },
    3,
  ),
  ofChecked('look at a load as it would be', 30, (id) => ({
    url: `/api/v1/previews/${id}/exact/series?kpi=ot-waiting`,
  })),
  ofChecked('look at the rows of a load', 5, (id) => ({ url: `/api/v1/loads/${id}/rows` })),
  publishing('publish a load', 30, {}),
  publishing('set a time for a load', 8, { at: tomorrow }),
  deed('call a load off', { method: 'POST', url: `/api/v1/loads/${secret}/call-off`, payload: {} }, 1),
  deed('ask a source', { method: 'POST', url: `/api/v1/sources/${secret}/ask`, payload: {} }),
  // of two, since the only edition is never withdrawn
  deed(
    'withdraw an edition',
    { method: 'POST', url: '/api/v1/editions/1/withdraw', payload: { reason: secret } },
    3,
  ),
]

function withToken<Asking extends { headers: Record<string, string> }>(asked: Asking): Asking {
  return { ...asked, headers: { ...asked.headers, ...token } }
}

/**
 * Lets each statement fail in turn, until there is none left to fail. One service is asked all along: what it may keep
 * of a statement that went through was reached, and failed, before.
 */
async function failEach({ ask, meetsItAnew, goesOn }: Deed): Promise<number> {
  failed.clear()
  let app = await aService()
  for (let statement = 0; ; statement++) {
    failing = true
    const reply = await ask(app)
    const hasFailed = !failing
    failing = false
    if (!hasFailed || meetsItAnew) await app.close()
    if (!hasFailed) return statement
    if (meetsItAnew) app = await aService()
    const isSaid = reply.statusCode >= 500 || goesOn?.test(reply.body)
    expect([statement, reply.statusCode, isSaid]).toEqual([statement, reply.statusCode, true])
    expect(isLeak(reply.body)).toBe(false)
  }
}

describe('no line of the log and no answer to a failure', () => {
  it.each([...readings, ...writings])('holds what was sent or stored: $name', async (one) => {
    log = ''
    const statements = await failEach(one)
    expect(log.split('\n').filter(isLeak)).toEqual([])
    for (const [, route = ''] of log.matchAll(/"route":"([^"]+)"/g)) {
      walked.add(route.replaceAll(/:(\w+)/g, '{$1}'))
    }
    expect(statements).toBeGreaterThanOrEqual(one.least)
    expect(log.split('"error":').length - 1).toBeGreaterThanOrEqual(statements)
  })

  it('is of a route that the walk has left out', async () => {
    const app = await aService()
    await app.ready()
    const documented = Object.keys(app.swagger().paths ?? {})
    await app.close()
    // signing in and asking for a load reach no statement
    const without = ['/api/v1/session', '/api/v1/loads/{id}']
    expect([...walked].sort()).toEqual(
      expect.arrayContaining(documented.filter((path) => !without.includes(path))),
    )
  })

  it('says kind, code and place of an error, and the route that was asked', async () => {
    log = ''
    const app = await aService()
    failed.clear()
    failing = true
    await app.inject({ url: `/api/v1/kpis?edition=1&audience=protected` })
    await app.close()
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { error, method, route } = lines.find((line) => line.error)
    expect([method, route, error.kind]).toEqual(['GET', '/api/v1/kpis', 'DrizzleQueryError'])
    expect(error.causes[0]).toMatchObject({ kind: 'Error', code: '22P02' })
    expect(error.at[0]).toMatch(/^tests\/server\/nothing-in-the-log\.test\.ts:\d+:\d+$/)
  })

  it('says who was refused where, and that somebody took or left a role, and not who', async () => {
    log = ''
    const app = await aService()
    const role = async (payload: object) =>
      await app.inject({ method: 'POST', url: '/api/v1/session', payload, headers: { 'user-agent': secret } })
    await role({ role: 'analyst' })
    await role({ role: 'public' })
    await app.inject({ method: 'POST', url: '/api/v1/packs', headers: { 'user-agent': secret }, payload: {} })
    await app.inject({ url: '/api/v1/session', headers: { host: `${secret}.example` } })
    await app.close()
    const events = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => ['role chosen', 'signed out', 'refused', 'signed in'].includes(msg))
      .map(({ msg, method, route, status }) => [msg, method, route, status].filter(Boolean).join(' '))
    expect(events).toEqual([
      'role chosen POST /api/v1/session',
      'signed out POST /api/v1/session',
      'refused POST /api/v1/packs 403',
      'refused GET /api/v1/session 421',
    ])
    expect(log.split('\n').filter(isLeak)).toEqual([])
  })
})
