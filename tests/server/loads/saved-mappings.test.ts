import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import { readAudit } from '../../../server/db/audit-store.ts'
import type { Database } from '../../../server/db/database.ts'
import { savedMappingTable } from '../../../server/db/schema/mappings.ts'
import {
  describeMappings,
  mappingsDirectly,
  mappingsThroughServer,
  readMappingsArguments,
} from '../../../server/loads/mappings-command.ts'
import { Load } from '../../../src/contract/loads.ts'
import { type KeepMapping, MappingsReply } from '../../../src/contract/mappings.ts'
import { aMapping } from '../../support/a-mapping.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { formOf, soundLoad } from '../../support/load-files.ts'

let database: Database
let app: Application
let base: string
const token = { authorization: 'Bearer key-of-the-loader' }
const json = { ...token, 'content-type': 'application/json' }

beforeAll(async () => {
  database = await openEmpty()
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader' })
  base = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
  const { id } = await stage(soundLoad)
  const body = JSON.stringify({ label: 'September 2025' })
  expect((await fetch(`${base}/loads/${id}/publish`, { method: 'POST', headers: json, body })).status).toBe(
    200,
  )
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.delete(savedMappingTable)
})

const mapping = aMapping('waiting-*.csv', { asAt: { column: 'Extracted' } })
const october = { 'waiting-2025-10.csv': 'Month,Adults,Extracted\nOct-25,318,2025-11-06\n' }

async function stage(files: Readonly<Record<string, string>>, own?: object): Promise<Load> {
  const body = formOf(files)
  if (own) body.append('mapping', new Blob([JSON.stringify(own)]), 'mapping.json')
  return Load.parse(await (await fetch(`${base}/loads`, { method: 'POST', headers: token, body })).json())
}
const keep = async (given: KeepMapping) =>
  await fetch(`${base}/mappings`, { method: 'POST', headers: json, body: JSON.stringify(given) })
const listed = async () =>
  MappingsReply.parse(await (await fetch(`${base}/mappings`, { headers: token })).json())
const deeds = async () => (await readAudit(database.queries, { most: 2 })).rows.map(({ deed }) => deed)

describe('the list of saved mappings', () => {
  it('says what each reads, by whom it was saved, and when files were last read by it', async () => {
    await keep({ name: 'Waiting list', mapping })
    const [unused] = (await listed()).mappings
    expect(unused).toMatchObject({
      name: 'Waiting list',
      version: 1,
      who: 'command line',
      mapping,
      used: null,
    })
    expect(unused?.reads[0]).toBe('Files called “waiting-*.csv”.')
    expect(unused?.reads[1]).toContain('Waiting for OT (ot-waiting), the whole')
    const before = Date.now()
    expect((await stage(october)).state).toBe('staged')
    const used = (await listed()).mappings[0]?.used
    expect(used?.version).toBe(1)
    expect(Date.parse(used?.at ?? '')).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000)
  })

  it('counts a mapping as used that came with the files, where it says the same; and no other that is called so', async () => {
    await keep({ name: 'Given along', mapping })
    await stage(october, { files: [{ ...mapping.files[0], missing: ['-'] }] })
    expect((await listed()).mappings[0]?.used).toBeNull()
    await stage(october, mapping)
    expect((await listed()).mappings[0]?.used?.version).toBe(1)
  })

  it('puts a name away once, in the audit as a deed of its own, and keeps what was saved', async () => {
    await keep({ name: 'Waiting list', mapping })
    await keep({ name: 'After it', mapping })
    expect((await keep({ name: 'Waiting list', mapping: null })).status).toBe(201)
    expect(await deeds()).toEqual(['mapping-put-away', 'mapping-saved'])
    const { mappings } = await listed()
    expect(mappings.map(({ name, mapping: kept, reads }) => [name, kept === null, reads.length])).toEqual([
      ['After it', false, 2],
      ['Waiting list', true, 0],
    ])
    expect((await keep({ name: 'Waiting list', mapping: null })).status).toBe(409)
    expect((await keep({ name: 'Never saved', mapping: null })).status).toBe(404)
    expect(await database.queries.select().from(savedMappingTable)).toHaveLength(3)
    expect((await keep({ name: 'Waiting list', mapping })).status).toBe(201)
    expect((await listed()).mappings.map(({ version }) => version)).toEqual([1, 3])
  })

  it('is told by the command in the words of the desk', async () => {
    await keep({ name: 'Waiting list', mapping })
    const lines = describeMappings(await listed(), { putAway: null, isJson: false })
    expect(lines).toEqual([
      'Waiting list:',
      expect.stringMatching(/^ {2}Version 1, saved on .* by command line\.$/),
      expect.stringMatching(/^ {2}/),
      '  Files called “waiting-*.csv”.',
      expect.stringContaining('figures from column “Adults”'),
    ])
  })

  it('is listed and put away by the command, with a service and without, and only by a whole name', async () => {
    await keep({ name: 'Waiting list', mapping })
    await keep({ name: 'Other list', mapping })
    const away = (name: string) => readMappingsArguments(['--put-away', name])
    const key = { address: new URL(base).origin, token: 'key-of-the-loader' }
    const [first, second] = [away('Waiting list'), away('Other list')]
    if (!first || !second) throw new Error('the command was not understood')
    const told = await mappingsThroughServer(key, first)
    expect(describeMappings(told, first)).toEqual([
      'Put away “Waiting list”: no file is recognised by it any more.',
    ])
    const { mappings } = await mappingsDirectly(database, second)
    expect(mappings.map((one) => one.mapping)).toEqual([null, null])
    await expect(mappingsThroughServer(key, first)).rejects.toThrow('This mapping was put away before.')
    expect(readMappingsArguments(['extract.csv'])).toBeNull()
    expect(() => readMappingsArguments(['--mappings', '--put-away', 'x'])).toThrow('give --mappings, or')
    expect(() => readMappingsArguments(['--put-away', ' '])).toThrow('--put-away needs the name')
  })
})
