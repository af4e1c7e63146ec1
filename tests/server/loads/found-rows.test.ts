import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { postKeyTable } from '../../../server/db/schema/shared.ts'
import { FoundRowsReply } from '../../../src/contract/found-rows.ts'
import { Load } from '../../../src/contract/loads.ts'
import { aMapping } from '../../support/a-mapping.ts'
import { anXlsx } from '../../support/a-workbook.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { formOf, soundLoad } from '../../support/load-files.ts'

let database: Database
let app: Application
let base: string
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty()
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader' })
  base = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const send = (form: FormData, query = '?rows=shown', headers: Record<string, string> = {}) =>
  fetch(`${base}/loads${query}`, { method: 'POST', headers: { ...token, ...headers }, body: form })

const stage = async (form: FormData, query?: string) => Load.parse(await (await send(form, query)).json())

const withRow = (...rows: string[]) =>
  formOf({ ...soundLoad, 'observations.csv': [soundLoad['observations.csv'], ...rows].join('\n') })

/** A value that no message says again. */
const odd = 'ot-waiting,2025-07,borough,All,about 77 or so,,,,final,2025-10-06'

describe('the rows in which something is found', () => {
  it('come to whoever sends the files and asks, with the cell of each problem', async () => {
    const { problems, rows } = await stage(withRow(odd, odd.replace('2025-07', '2025-06')))
    expect(problems.map(({ line }) => line)).toEqual([4, 5])
    expect(rows).toMatchObject([{ file: 'observations.csv', rows: [{ line: 4 }, { line: 5 }] }])
    const [table] = rows ?? []
    expect(table?.columns[4]).toEqual({ number: 5, name: 'value' })
    expect(table?.rows[0]?.cells[4]).toBe('about 77 or so')
    expect(table?.marks).toEqual([
      { problem: 0, row: 0, column: 4 },
      { problem: 1, row: 1, column: 4 },
    ])
  })

  it('are kept nowhere: not with the load, not in the database, not under the key of a request', async () => {
    const { id } = await stage(withRow(odd))
    const again = await fetch(`${base}/loads/${id}`, { headers: token })
    expect(await again.text()).not.toContain('77 or so')
    expect(JSON.stringify(await stage(withRow(odd), ''))).not.toContain('77 or so')
    const key = { 'idempotency-key': 'once-and-no-more' }
    expect((await send(withRow(odd), '?rows=shown', key)).status).toBe(400)
    const looked = await fetch(`${base}/mappings/propose`, {
      method: 'POST',
      headers: { ...token, ...key },
      body: formOf({ 'list.csv': 'Month,Adults\nOct 2025,about 77 or so' }),
    })
    expect(await looked.text()).toContain('about 77 or so')
    const rows = await database.queries.select().from(postKeyTable)
    expect(JSON.stringify(rows)).not.toContain('77 or so')
  })

  it('are read again from the files of a load that waits, with the places that the load told', async () => {
    const footed = withRow(
      'ot-waiting,2025-07,borough,All,9000,,,,final,2025-10-06',
      'Source: the case system',
    )
    const { id, state, problems, rows } = await stage(footed)
    expect([state, rows?.length]).toEqual(['staged', 1])
    const again = await fetch(`${base}/loads/${id}/rows`, { headers: token })
    expect(again.headers.get('cache-control')).toBe('no-store')
    expect(FoundRowsReply.parse(await again.json())).toEqual({ rows })
    // whatever is published since, the problems are those of the load, in their order
    const [mark] = rows?.[0]?.marks ?? []
    expect(problems[mark?.problem ?? -1]?.message).toContain('is left out')
  })

  it('are not read again of a load with errors, nor of one that was published', async () => {
    const refused = await stage(withRow(odd))
    const ask = async (id: string) => await fetch(`${base}/loads/${id}/rows`, { headers: token })
    const reply = await ask(refused.id)
    expect(reply.status).toBe(409)
    expect(await reply.text()).toContain('The files of a load with errors are not kept')
    expect((await ask('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    const sound = await stage(formOf(soundLoad))
    const body = JSON.stringify({ label: 'September 2025' })
    const headers = { ...token, 'content-type': 'application/json' }
    await fetch(`${base}/loads/${sound.id}/publish`, { method: 'POST', headers, body })
    expect(await (await ask(sound.id)).text()).toContain('are not kept any more')
  })

  it('are marked as wholes where what is found is of no one cell', async () => {
    const { problems, rows } = await stage(
      withRow('ot-waiting,2025-09,borough,All,413,,,,provisional,2025-10-06'),
    )
    expect(problems[0]).toMatchObject({ line: 4, column: 0, message: expect.stringContaining('contradicts') })
    expect(rows?.[0]?.marks).toEqual([{ problem: 0, row: 0, column: -1 }])
  })

  it('are none where persons are in the load, or a breakdown may be a list of them', async () => {
    const person = await stage(withRow(odd, 'ot-waiting,2025-09,town,943 476 5919,4,,,,,2025-10-06'))
    expect([person.state, person.rows]).toEqual(['rejected', []])
    const members = Array.from(
      { length: 201 },
      (_, member) => `ot-waiting,2025-09,list,m${member},4,,,,,2025-10-06`,
    )
    const listed = await stage(withRow(odd, ...members))
    expect(listed.problems.some(({ message }) => message.includes('may be a list of persons'))).toBe(true)
    expect(listed.rows).toEqual([])
  })

  it('are those of a sheet too, and of a wide table the columns beside what was found', async () => {
    const months = Array.from({ length: 30 }, (_, index) => `Extra ${index}`)
    const { 'observations.csv': _, ...others } = soundLoad
    const form = formOf(others)
    const sheet = anXlsx({
      Figures: {
        rows: [
          ['Month', ...months, 'Adults'],
          ['Oct 2025', ...months.map(() => 1), 'some'],
        ],
      },
    })
    form.append('file', new Blob([new Uint8Array(sheet)]), 'list.xlsx')
    const mapping = aMapping('list.xlsx')
    form.append('mapping', new Blob([JSON.stringify(mapping)]), 'mapping.json')
    const { problems, rows = [] } = await stage(form)
    const wrong = problems.findIndex(({ cell }) => cell === 'AF2')
    const [table] = rows
    expect(table?.columns.map(({ number }) => number)).toEqual([1, 2, 3, 30, 31, 32])
    expect(table?.marks).toContainEqual({ problem: wrong, row: 0, column: 5 })
    expect(table?.rows[0]).toEqual({ line: 2, cells: ['Oct 2025', '1', '1', '1', '1', 'some'] })
  })

  it('are read again from the database, where a load waits for its time and another service asks', async () => {
    const { id, rows } = await stage(withRow('Source: the case system'))
    const at = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 16)
    const headers = { ...token, 'content-type': 'application/json' }
    const body = JSON.stringify({ label: 'Tomorrow', at })
    expect((await fetch(`${base}/loads/${id}/publish`, { method: 'POST', headers, body })).status).toBe(200)
    const other = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader' })
    const reply = await other.inject({ url: `/api/v1/loads/${id}/rows`, headers: token })
    expect(rows).toHaveLength(1)
    expect(FoundRowsReply.parse(reply.json())).toEqual({ rows })
    await other.close()
  })
})
