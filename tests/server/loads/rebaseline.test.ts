import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { readEditions } from '../../../server/db/editions.ts'
import { openExactReader } from '../../../server/db/exact-reader.ts'
import { openProtectedReader } from '../../../server/db/protected-reader.ts'
import { describeLoad } from '../../../server/loads/describe-load.ts'
import { readLoadArguments } from '../../../server/loads/load-arguments.ts'
import { loadDirectly } from '../../../server/loads/load-directly.ts'
import { Problem } from '../../../src/contract/common.ts'
import { Load } from '../../../src/contract/loads.ts'
import { loadsWithLevel } from '../../support/a-lasting-level.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { multipart } from '../support/multipart.ts'

let database: Database
let app: Application
const token = { authorization: 'Bearer key-of-the-loader' }
const { first, next } = loadsWithLevel()
const id = 'rebaseline-dq-complete-2024-03'
const reason = 'Every team has used one form since March 2024.'
const chosen = { kpi: 'dq-complete', title: 'One form in use', reason }

beforeAll(async () => {
  database = await openEmpty()
  app = await buildApplication({
    database,
    auth: 'none',
    loadToken: 'key-of-the-loader',
    logLevel: 'silent',
  })
})

afterAll(async () => {
  await app.close()
  await database.close()
})

beforeEach(async () => {
  await database.queries.execute(sql`
    truncate edition, organisation, exact_series, exact_figure, exact_record, exact_analysis, exact_withheld,
      protected_series, protected_figure, protected_record, protected_analysis`)
  const load = await stage(first)
  expect(load.levels).toEqual([])
  expect((await publish(load, {})).statusCode).toBe(200)
})

async function stage(files: Readonly<Record<string, string>>): Promise<Load> {
  const { headers, payload } = multipart(files)
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/loads',
    headers: { ...headers, ...token },
    payload,
  })
  return Load.parse(reply.json())
}

const publish = async (load: Load, given: object) =>
  await app.inject({
    method: 'POST',
    url: `/api/v1/loads/${load.id}/publish`,
    headers: token,
    payload: { label: 'Edition', ...given },
  })

/** Why it was not published. */
async function refusalOf(load: Load, given: object) {
  const reply = await publish(load, given)
  const { detail, parameter } = Problem.parse(reply.json())
  return { status: reply.statusCode, detail, parameter }
}

/** What both audiences read of an edition. */
async function readAs(edition: number) {
  const readers = [openExactReader(database.queries, edition), openProtectedReader(database.queries, edition)]
  const read = await Promise.all(
    readers.map(async (reader) => {
      const [kpi] = await reader.readKpis()
      const [analysis] = await reader.readAnalyses(['dq-complete'])
      const { interventions } = await reader.readPlan()
      return { baselines: kpi?.baselines, interventions, series: analysis?.series[0] }
    }),
  )
  const [officers, panel] = read
  expect(panel).toEqual(officers)
  return officers
}

describe('a level that has lasted, in a load', () => {
  it('is offered to be recorded, and starts limits again for everybody once it is', async () => {
    const load = await stage(next)
    expect(load.levels).toMatchObject([{ kpi: 'dq-complete', since: '2024-03', meaning: 'improvement' }])
    const { titleThen } = load.levels?.[0] ?? {}
    expect((await publish(load, { rebaselines: [chosen] })).statusCode).toBe(200)
    const recorded = await readAs(2)
    expect(recorded?.interventions).toEqual([
      {
        id,
        kpi: 'dq-complete',
        kind: 'rebaseline',
        start: '2024-03-01',
        end: null,
        title: chosen.title,
        reason,
      },
    ])
    expect(recorded?.baselines).toEqual([{ period: '2024-03', reason }])
    expect(recorded?.series?.segments.map(({ from, reason }) => [from, reason])).toEqual([
      ['2022-03', null],
      ['2024-03', reason],
    ])
    expect(recorded?.series?.headline).toBe(titleThen)
  })

  it('changes nothing where it is not chosen', async () => {
    const load = await stage(next)
    expect((await publish(load, {})).statusCode).toBe(200)
    const published = await readAs(2)
    expect([published?.interventions, published?.series?.segments]).toMatchObject([[], [{ from: '2022-03' }]])
    expect(published?.series?.headline).toBe(load.levels?.[0]?.titleNow)
  })

  it('is recorded with a reason alone, of what was offered, once, in words that were looked at', async () => {
    const load = await stage(next)
    const without = await refusalOf(load, { rebaselines: [{ kpi: 'dq-complete' }] })
    expect(without).toMatchObject({ status: 400, parameter: expect.stringContaining('rebaselines') })
    expect(await refusalOf(load, { rebaselines: [{ ...chosen, reason: '  ' }] })).toMatchObject({
      status: 400,
    })
    expect(
      await refusalOf(load, { rebaselines: [{ ...chosen, reason: 'As Mrs Zzexample told' }] }),
    ).toMatchObject({ status: 400, detail: expect.not.stringContaining('Zzexample') })
    expect(await refusalOf(load, { rebaselines: [chosen, { ...chosen, kpi: 'other' }] })).toMatchObject({
      status: 409,
      detail: 'Limits start again only where a load offers it, and this one does for dq-complete.',
    })
    expect(await refusalOf(load, { rebaselines: [chosen, chosen] })).toMatchObject({ status: 409 })
    const few = { ...chosen, reason: 'The 3 workers who recorded late have left.' }
    expect(await refusalOf(load, { rebaselines: [few] })).toMatchObject({
      status: 400,
      parameter: 'confirmed',
    })
    expect((await publish(load, { rebaselines: [few], confirmed: true })).statusCode).toBe(200)
    expect((await readAs(2))?.baselines).toEqual([{ period: '2024-03', reason: few.reason }])
  })

  it('stays recorded when later files do not name it, and is taken back by name and with a reason', async () => {
    expect((await publish(await stage(next), { rebaselines: [chosen] })).statusCode).toBe(200)
    const header = 'id,kpi_id,kind,start,end,title,reason'
    const band = 'E1,dq-complete,band,2025-05-01,2025-05-31,Surge,More staff for a month'
    const other = await stage({ 'interventions.csv': [header, band].join('\n') })
    expect([other.problems, other.levels]).toEqual([[], []])
    expect((await publish(other, {})).statusCode).toBe(200)
    expect((await readAs(3))?.baselines).toEqual([{ period: '2024-03', reason }])

    const unknown = await stage({ 'interventions.csv': [header, 'E1,,taken-back,,,,'].join('\n') })
    expect(unknown.problems).toMatchObject([{ severity: 'error', line: 2, column: 1 }])
    const back = await stage({ 'interventions.csv': [header, `${id},,taken-back,,,,`].join('\n') })
    expect(back.problems).toMatchObject([{ needs: 'reason', line: 2 }])
    expect(back.preview.map(({ planItems }) => planItems)).toEqual([1, 1])
    expect(back.levels).toMatchObject([{ kpi: 'dq-complete', since: '2024-03' }])
    expect(await refusalOf(back, {})).toMatchObject({ status: 409 })
    expect((await publish(back, { reason: 'The form came later.' })).statusCode).toBe(200)
    const after = await readAs(4)
    expect(after?.interventions.map((one) => one.id)).toEqual(['E1'])
    expect(after?.series?.segments).toHaveLength(1)
    expect((await readAs(3))?.baselines).toHaveLength(1)
  })

  it('is told and recorded by the command as at the desk', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'level-')), 'observations.csv')
    writeFileSync(file, next['observations.csv'])
    const load = async (...given: string[]) => {
      const read = readLoadArguments([file, ...given])
      return { read, load: await loadDirectly(database, read) }
    }
    const checked = await load()
    const said = describeLoad(checked.load, checked.read).join('\n')
    const { words, titleNow, titleThen } = checked.load.levels?.[0] ?? {}
    expect(said).toContain(`Levels that have lasted:\n  Records complete (dq-complete). ${words}`)
    expect(said).toContain(`Said now: ${titleNow}. With limits from Mar 2024 on: ${titleThen}.`)

    const publishing = ['--publish', 'October', '--rebaseline', 'dq-complete']
    expect(() => readLoadArguments([file, ...publishing])).toThrow('--rebaseline needs --reason')
    expect(() => readLoadArguments([file, '--rebaseline', 'dq-complete', '--reason', reason])).toThrow(
      '--rebaseline goes with --publish',
    )
    const named = ['--reason', reason, '--title', 'As Mrs Zzexample told']
    expect(() => readLoadArguments([file, ...publishing, ...named])).toThrow(/--title .*no person is named/)
    const few = ['--reason', 'The 3 workers who recorded late have left.']
    await expect(load(...publishing, ...few)).rejects.toThrow('few people (“3 workers”)')
    await expect(load('--publish', 'October', '--rebaseline', 'other', '--reason', reason)).rejects.toThrow(
      'limits start again only where a load offers it',
    )
    const published = await load(...publishing, '--reason', reason)
    expect(published.load).toMatchObject({ state: 'published', edition: 2 })
    expect((await readAs(2))?.interventions).toMatchObject([{ id, title: 'New level', reason }])
    const [edition] = await readEditions(database.queries)
    expect(edition?.note).toBeNull()
    rmSync(dirname(file), { recursive: true, force: true })
  })
})
