import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { savedMappingTable } from '../../../server/db/schema/mappings.ts'
import { LoadLogReply } from '../../../src/contract/load-log.ts'
import { Load } from '../../../src/contract/loads.ts'
import {
  type KeepMapping,
  MappingLook,
  MappingsReply,
  type PointedTable,
} from '../../../src/contract/mappings.ts'
import { anXlsx } from '../../support/a-workbook.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { soundLoad } from '../../support/load-files.ts'

let database: Database
let app: Application
let base: string
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty()
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader' })
  base = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
  const load = await stage(soundLoad)
  expect(await publish(load.id, 'September 2025')).toBe(200)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.execute(sql`truncate saved_mapping`)
})

type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>

async function send(path: string, files: Files, mapping?: object) {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name)
  if (mapping) form.append('mapping', new Blob([JSON.stringify(mapping)]), 'mapping.json')
  return await fetch(base + path, { method: 'POST', headers: token, body: form })
}

async function stage(files: Files, mapping?: object): Promise<Load> {
  return Load.parse(await (await send('/loads', files, mapping)).json())
}

async function look(files: Files, tables?: readonly object[]): Promise<MappingLook> {
  const reply = await send('/mappings/propose', files, tables && { tables })
  expect(reply.headers.get('cache-control')).toBe('no-store')
  return MappingLook.parse(await reply.json())
}

async function keep(given: KeepMapping): Promise<number> {
  const headers = { ...token, 'content-type': 'application/json' }
  const reply = await fetch(`${base}/mappings`, { method: 'POST', headers, body: JSON.stringify(given) })
  return reply.status
}

async function publish(id: string, label: string): Promise<number> {
  const headers = { ...token, 'content-type': 'application/json' }
  const body = JSON.stringify({ label, reason: 'As the list says' })
  return (await fetch(`${base}/loads/${id}/publish`, { method: 'POST', headers, body })).status
}

async function saved() {
  return MappingsReply.parse(await (await fetch(`${base}/mappings`, { headers: token })).json()).mappings
}

const errorsOf = ({ problems }: Load | MappingLook) =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
const noticesOf = ({ problems }: Load) =>
  problems.filter(({ severity }) => severity === 'notice').map(({ message }) => message)

const month = (period: string, value: number | string) =>
  `Month,Adults waiting for OT,Extracted\n${period},${value},2025-11-06\n`

/** The proposal for the only table, with the measure said. */
async function pointedAt(files: Files): Promise<{ pointed: PointedTable; fingerprint: string }> {
  const [table] = (await look(files)).tables
  if (!table?.pointed) throw new Error('nothing was proposed')
  return { pointed: table.pointed, fingerprint: table.fingerprint }
}

async function keepOf(name: string, files: Files) {
  const { pointed, fingerprint } = await pointedAt(files)
  const tried = await look(files, [{ pointed }])
  const [table] = tried.tables
  if (!table) throw new Error('nothing came of it')
  expect(errorsOf(tried)).toEqual([])
  expect(await keep({ name, mapping: { files: [table.mapping] }, fingerprints: [fingerprint] })).toBe(201)
}

describe('a file that nobody has described', () => {
  it('is told apart, looked into, tried, saved, and recognised by itself the month after', async () => {
    const october = { 'waiting-2025-10.csv': month('Oct-25', 318) }
    const refused = await stage(october)
    expect(refused).toMatchObject({
      state: 'rejected',
      undescribed: [{ file: 'waiting-2025-10.csv', mappings: [] }],
    })
    const { pointed, fingerprint } = await pointedAt(october)
    expect(pointed.columns).toEqual([
      { name: 'Month', role: 'period', form: 'month-name' },
      { name: 'Adults waiting for OT', role: 'figures', kpi: 'ot-waiting' },
      { name: 'Extracted', role: 'as-at' },
    ])
    const tried = await look(october, [{ pointed }])
    expect(tried.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const [table] = tried.tables
    expect(table).toMatchObject({
      figureCount: 1,
      figures: [{ kpi: 'ot-waiting', period: '2025-10', value: 318 }],
      fingerprint,
    })
    const mapping = { files: [table?.mapping ?? {}] }
    expect((await stage(october, mapping)).state).toBe('staged')
    expect(await keep({ name: 'Waiting list', mapping, fingerprints: [fingerprint] })).toBe(201)
    const next = await stage({ 'waiting-2025-11.csv': month('Nov-25', 320).replace('11-06', '11-30') })
    expect(next.state).toBe('staged')
    expect(noticesOf(next)[0]).toContain('is read by the saved mapping "Waiting list" (version 1)')
    expect(await publish(next.id, 'November 2025')).toBe(200)
    const log = LoadLogReply.parse(await (await fetch(`${base}/loads`, { headers: token })).json())
    expect(log.loads[0]?.mapping?.name).toBe('Waiting list (version 1).mapping.json')
  })

  it('is told by its parts, by each of its breakdowns and as a whole, once somebody says what the ratio is', async () => {
    const rows = ['Acton,18-64,28,64', 'Acton,65+,30,60', 'Hanwell,18-64,20,50']
    const lines = rows.map((row) => `Oct-25,${row},2025-11-06`)
    const share = 'in-time,In time,waiting,percent,W,up,month,1,,,people,,1,2024-04-01'
    const files = {
      'kpis.csv': [soundLoad['kpis.csv'], share].join('\n'),
      'ot 2025-10.csv': ['Month,Town,Age,Numerator,Denominator,Extracted', ...lines].join('\n'),
    }
    const { pointed } = await pointedAt(files)
    expect(pointed.columns.map(({ role }) => role)).toEqual([
      'period',
      'member',
      'nothing',
      'numerator',
      'denominator',
      'as-at',
    ])
    expect(pointed.ratio).toBeUndefined()
    const columns = pointed.columns.map((column) =>
      column.name === 'Age' ? { name: 'Age', role: 'other-member', dimension: 'age' } : column,
    )
    const said = { columns, kpi: 'in-time', ratio: { scale: 100 }, whole: true, combine: 'sum' }
    const [table] = (await look(files, [{ pointed: { ...pointed, ...said } }])).tables
    const figures = table?.figures.map(({ dimension, member, value }) => [
      `${dimension}: ${member}`,
      Math.round((value ?? 0) * 10) / 10,
    ])
    expect(Object.fromEntries(figures ?? [])).toEqual({
      'town: Acton': 46.8,
      'town: Hanwell': 40,
      'age: 18-64': 42.1,
      'age: 65+': 50,
      'borough: All': 44.8,
    })
    // and what was pointed at comes back as it was
    expect(table?.pointed).toMatchObject(said)
  })

  it('shows problems in its cells, and the row in which they are, however far below', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `2025-10-0${1 + (index % 9)},T${index},${index}`)
    const files = { 'x.csv': ['Day,Town,Adults waiting for OT', ...rows, '2025-10-01,Acton,many'].join('\n') }
    const { pointed } = await pointedAt(files)
    const tried = await look(files, [{ pointed: { ...pointed, dimension: 'town' } }])
    const [table] = tried.tables
    expect(table?.rows).toHaveLength(7)
    expect(table?.rows.at(-1)?.cells).toEqual(['2025-10-01', 'Acton', 'many'])
    expect(table?.marks).toContainEqual(expect.objectContaining({ row: 6, column: 2 }))
  })

  it('is refused where persons are in it, and nothing of its rows is shown', async () => {
    for (const text of [
      'NHS number,Waiting\n9434765919,1\n',
      'Forename;Surname;Waiting\nMargaret;Thistlewood;3\nGeorge;Appleby;4\n',
    ]) {
      const reply = await send('/mappings/propose', { 'list.csv': text })
      const body = await reply.text()
      expect(MappingLook.parse(JSON.parse(body))).toMatchObject({ tables: [] })
      expect(errorsOf(MappingLook.parse(JSON.parse(body)))).not.toEqual([])
      for (const cell of ['9434765919', 'Thistlewood', 'Appleby', 'Margaret'])
        expect(body).not.toContain(cell)
      expect((await stage({ 'list.csv': text })).undescribed).toBeUndefined()
    }
    const json = '[{"forename":"Margaret","surname":"Thistlewood","waiting":3}]'
    expect((await look({ 'list.json': json })).tables).toEqual([])
  })

  it('may be a sheet of a workbook', async () => {
    const rows = [['OT list'], ['Month', 'Adults waiting for OT'], [{ day: 45931 }, 318]]
    const notes = { rows: [['Notes'], ['Taken from the list']] }
    const files = { 'book.xlsx': new Uint8Array(anXlsx({ Figures: { rows }, Notes: notes })) }
    const proposed = await look(files)
    const table = proposed.tables.find(({ sheet }) => sheet === 'Figures')
    const tried = await look(files, [{ pointed: table?.pointed ?? {} }])
    expect(errorsOf(tried)).toEqual([])
    expect(tried.tables).toHaveLength(1)
    expect(tried.tables[0]?.figures).toMatchObject([{ period: '2025-10', value: 318 }])
  })
})

describe('a saved mapping', () => {
  const october = { 'waiting-2025-10.csv': month('Oct-25', 318) }

  it('is asked about where the file is called otherwise, and proposed for it', async () => {
    await keepOf('Waiting list', october)
    const other = { 'ot.csv': month('Oct-25', 318) }
    const refused = await stage(other)
    expect(refused).toMatchObject({
      state: 'rejected',
      undescribed: [{ file: 'ot.csv', mappings: ['Waiting list'] }],
    })
    expect(errorsOf(refused)[0]).toContain('and another name')
    const [table] = (await look(other)).tables
    expect(table?.from).toEqual({ name: 'Waiting list', version: 1 })
    expect((await stage(other, { files: [table?.mapping ?? {}] })).state).toBe('staged')
  })

  it('whose column is gone is named, with the column', async () => {
    await keepOf('Waiting list', october)
    const changed = { 'waiting-2025-11.csv': month('Nov-25', 318).replace('Adults waiting for OT', 'Number') }
    expect(errorsOf(await stage(changed))[0]).toContain('has not the column "Adults waiting for OT"')
    const [table] = (await look(changed)).tables
    expect(table?.unknown[0]).toContain('“Adults waiting for OT”')
    expect(table?.pointed?.columns.map(({ name }) => name)).toContain('Adults waiting for OT')
  })

  it('is not chosen between where two say different things, and is where they say the same', async () => {
    await keepOf('Waiting list', october)
    await keepOf('The same list', october)
    expect((await stage(october)).state).toBe('staged')
    const [first] = await saved()
    const mapping = JSON.parse(JSON.stringify(first?.mapping).replace('"period-end"', '"2025-11-06"'))
    mapping.files[0].missing = ['-']
    expect(await keep({ name: 'Another', mapping })).toBe(201)
    const refused = await stage(october)
    expect(errorsOf(refused)[0]).toContain('and say different things')
    expect(await keep({ name: 'Another', mapping: null })).toBe(201)
    expect((await stage(october)).state).toBe('staged')
  })

  it('is kept in every version, by whom and when; and a file with other columns beside is told', async () => {
    await keepOf('Waiting list', october)
    await keepOf('Waiting list', october)
    expect(await saved()).toMatchObject([{ name: 'Waiting list', version: 2, who: 'command line' }])
    const wider = { 'waiting-2025-11.csv': month('Nov-25', 7).replaceAll(/$/gm, ',x').replace(/,x$/, '') }
    const [told] = (await stage(wider)).problems.filter(({ message }) => message.includes('recognised'))
    expect(told?.remedy).toContain('other columns beside')
    const rows = await database.queries.select().from(savedMappingTable)
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('318')
  })

  it('names nobody, is a mapping, and may be called anything that is plain text', async () => {
    const [table] = (await look(october)).tables
    const mapping = { files: [table?.mapping ?? {}] }
    expect(await keep({ name: '<script>alert(1)</script>', mapping })).toBe(201)
    expect((await saved())[0]?.name).toBe('<script>alert(1)</script>')
    expect(noticesOf(await stage(october))[0]).toContain('"<script>alert(1)</script>"')
    expect(await keep({ name: 'Margaret Thistlewood', mapping })).toBe(400)
    expect(await keep({ name: 'two\nlines', mapping })).toBe(400)
    expect(await keep({ name: ' ', mapping })).toBe(400)
    expect(await keep({ name: 'x', mapping: { files: [] } })).toBe(400)
    const named = JSON.parse(JSON.stringify(mapping).replace('"All"', '"Margaret Thistlewood"'))
    expect(await keep({ name: 'x', mapping: named })).toBe(400)
  })
})
