import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { Problem } from '../../../src/contract/common.ts'
import { EditionsReply } from '../../../src/contract/editions.ts'
import { Load } from '../../../src/contract/loads.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { formOf, soundLoad, unsoundObservations } from '../../support/load-files.ts'

let database: Database
let app: Application
let base: string
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty()
})

afterAll(async () => {
  await database.close()
})

beforeEach(async () => {
  await database.queries.execute(sql`
    truncate edition, organisation, exact_series, exact_figure, exact_record, exact_analysis, exact_withheld,
      protected_series, protected_figure, protected_record, protected_analysis`)
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader' })
  base = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
})

afterEach(async () => {
  await app.close()
})

const stage = (files: Readonly<Record<string, string>>, headers: Record<string, string> = token) =>
  fetch(`${base}/loads`, { method: 'POST', headers, body: formOf(files) })

const publish = (id: string, label: string, confirmed: object = {}) =>
  fetch(`${base}/loads/${id}/publish`, {
    method: 'POST',
    headers: { ...token, 'content-type': 'application/json' },
    body: JSON.stringify({ label, ...confirmed }),
  })

async function editions() {
  return EditionsReply.parse(await (await fetch(`${base}/editions`)).json()).editions
}

describe('a request that cannot be read', () => {
  it('is answered by a problem as any other', async () => {
    const tooLong = await fetch(`${base}/series?kpi=${'x'.repeat(20_000)}`)
    expect(tooLong.status).toBe(431)
    expect(tooLong.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(Problem.parse(await tooLong.json())).toMatchObject({ status: 431, title: 'Too long' })
  })
})

describe('loads through the service', () => {
  it('stages, previews for each audience, and publishes', async () => {
    const staged = await stage(soundLoad)
    expect(staged.status).toBe(201)
    const load = Load.parse(await staged.json())
    expect(load).toMatchObject({ state: 'staged', problems: [], edition: null })
    expect(load.preview).toMatchObject([
      { audience: 'exact', newFigures: 2, definitions: 1 },
      { audience: 'protected', newFigures: 2, definitions: 1 },
    ])
    expect(await editions()).toEqual([])
    const published = Load.parse(await (await publish(load.id, 'September 2025')).json())
    expect(published).toMatchObject({ state: 'published', edition: 1 })
    expect(await editions()).toMatchObject([{ number: 1, label: 'September 2025', dataAsAt: '2025-10-06' }])
    const asked = await fetch(`${base}/loads/${load.id}`, { headers: token })
    expect(Load.parse(await asked.json())).toEqual(published)
  })

  it('leaves no file of a load behind when the service ends', async () => {
    await stage(soundLoad)
    const staging = join(tmpdir(), `governance-loads-${process.pid}`)
    expect(readdirSync(staging)).not.toEqual([])
    await app.close()
    expect(existsSync(staging)).toBe(false)
  })

  it('publishes under a label that says something', async () => {
    const load = Load.parse(await (await stage(soundLoad)).json())
    const blank = await publish(load.id, '   ')
    expect([blank.status, Problem.parse(await blank.json()).parameter]).toEqual([400, 'label'])
    expect((await publish(load.id, 'September\u0000')).status).toBe(400)
    expect(await editions()).toEqual([])
  })

  it('refuses a form that is cut short or has no boundaries', async () => {
    const send = async (type: string, body: string) => {
      const headers = { ...token, 'content-type': `multipart/form-data${type}` }
      const reply = await fetch(`${base}/loads`, { method: 'POST', headers, body })
      return [reply.status, Problem.parse(await reply.json()).detail]
    }
    const [status, detail] = await send('', 'x')
    expect([status, detail]).toEqual([400, expect.stringContaining('The form cannot be read')])
    const cut = '--x\r\ncontent-disposition: form-data; name="file"; filename="kpis.csv"\r\n\r\nkpi_id'
    expect((await send('; boundary=x', cut))[0]).toBe(400)
    expect((await send('; boundary=x', 'rubbish'))[0]).toBe(400)
    expect((await send(`; boundary=${'b'.repeat(500)}`, cut))[0]).toBe(400)
    expect((await send('; boundary=x', cut.replace('"file"', '"__proto__"')))[0]).toBe(400)
  })

  it('publishes nothing of a load that has an error', async () => {
    const load = Load.parse(
      await (await stage({ ...soundLoad, 'observations.csv': unsoundObservations })).json(),
    )
    expect(load.state).toBe('rejected')
    expect(load.problems).toMatchObject([{ file: 'observations.csv', line: 4, column: 1 }])
    expect((await publish(load.id, 'No')).status).toBe(409)
    expect(await editions()).toEqual([])
  })

  it('asks about one month that is far from all that stand', async () => {
    const header = soundLoad['observations.csv'].split('\n')[0]
    const months = (values: readonly number[], first: number) =>
      values.map((value, index) => `ot-waiting,2025-0${first + index},borough,All,${value},,,,,2025-10-06`)
    const year = [header, ...months([30, 32, 29, 31, 30, 28, 33, 31], 1)].join('\n')
    const first = Load.parse(await (await stage({ ...soundLoad, 'observations.csv': year })).json())
    expect((await publish(first.id, 'August')).status).toBe(200)
    const next = { 'observations.csv': [header, ...months([9000], 9)].join('\n') }
    const load = Load.parse(await (await stage(next)).json())
    expect(load.problems).toMatchObject([
      { severity: 'notice', line: 2, message: '9000 is 290 times the middle value of this series: check it' },
    ])
  })

  it('publishes a restated closed period with a reason alone, which its note keeps', async () => {
    const first = Load.parse(await (await stage(soundLoad)).json())
    expect((await publish(first.id, 'September')).status).toBe(200)
    const restated = soundLoad['observations.csv'].replace(',400,', ',600,')
    const load = Load.parse(await (await stage({ 'observations.csv': restated })).json())
    expect(load.needs).toEqual({ reason: true, exact: [] })
    const refused = await publish(load.id, 'Restated')
    expect(refused.status).toBe(409)
    expect(Problem.parse(await refused.json()).detail).toBe(
      'What is to be confirmed in this load needs a reason.',
    )
    const named = await publish(load.id, 'Restated', { reason: 'As Mrs Zzexample told' })
    expect(named.status).toBe(400)
    expect((await publish(load.id, 'Restated', { reason: 'A team was counted twice' })).status).toBe(200)
    expect((await editions()).map(({ note }) => note)).toContain('Reason: A team was counted twice')
  })

  it('makes exact only a measure that was named a second time, and breaks its chart', async () => {
    const first = Load.parse(await (await stage(soundLoad)).json())
    expect((await publish(first.id, 'September')).status).toBe(200)
    const open = soundLoad['kpis.csv'].replace(',people,,1,2024-04-01', ',none,,2,2025-10-01')
    const load = Load.parse(await (await stage({ 'kpis.csv': open })).json())
    expect(load.needs).toEqual({ reason: true, exact: ['ot-waiting'] })
    const reason = 'The list has no people in it'
    expect((await publish(load.id, 'Open', { reason })).status).toBe(409)
    expect((await publish(load.id, 'Open', { reason, exact: ['ot-waiting'] })).status).toBe(200)
    const { kpis } = await (await fetch(`${base}/kpis?edition=2&audience=protected`)).json()
    expect(kpis).toMatchObject([{ sdc: 'none', breaks: [{ date: '2025-10-01', reason }] }])
  })

  it('keeps nothing of a load that names a person: no file, no edition, no word', async () => {
    const row = 'ot-waiting,2025-09,town,943 476 5919,4,,,,,2025-10-06'
    const files = { ...soundLoad, 'observations.csv': `${soundLoad['observations.csv']}\n${row}` }
    const reply = await stage(files)
    const said = await reply.text()
    const load = Load.parse(JSON.parse(said))
    expect(load).toMatchObject({ state: 'rejected', preview: [] })
    expect(load.problems).toMatchObject([
      { file: 'observations.csv', line: 4, column: 25, message: 'looks like an NHS number' },
    ])
    expect(said).not.toContain('5919')
    const asked = await fetch(`${base}/loads/${load.id}`, { headers: token })
    expect(await asked.text()).not.toContain('5919')
    expect(readdirSync(join(tmpdir(), `governance-loads-${process.pid}`))).toEqual([])
    expect((await publish(load.id, 'No')).status).toBe(409)
    expect(await editions()).toEqual([])
  })

  it('publishes under no label or note that names a person, and does not say it again', async () => {
    const load = Load.parse(await (await stage(soundLoad)).json())
    for (const naming of [{ label: 'For 943 476 5919' }, { label: 'September', note: 'Ask Mrs Zzexample' }]) {
      const reply = await fetch(`${base}/loads/${load.id}/publish`, {
        method: 'POST',
        headers: { ...token, 'content-type': 'application/json' },
        body: JSON.stringify(naming),
      })
      const said = await reply.text()
      expect([reply.status, Problem.parse(JSON.parse(said)).parameter]).toEqual([
        400,
        'note' in naming ? 'note' : 'label',
      ])
      expect(said).not.toMatch(/5919|Zzexample/)
    }
    expect(await editions()).toEqual([])
  })

  it('publishes a load only once, and only while nothing else was published', async () => {
    const first = Load.parse(await (await stage(soundLoad)).json())
    const second = Load.parse(await (await stage(soundLoad)).json())
    expect((await publish(first.id, 'One')).status).toBe(200)
    expect((await publish(first.id, 'One again')).status).toBe(409)
    const late = await publish(second.id, 'Two')
    expect(late.status).toBe(409)
    expect(Problem.parse(await late.json()).detail).toBe(
      'Another edition was published since this load was checked; load the files again.',
    )
  })

  it('lets nobody in without a permission', async () => {
    expect((await stage(soundLoad, {})).status).toBe(403)
    expect((await fetch(`${base}/loads/any`)).status).toBe(403)
    expect((await fetch(`${base}/loads/any`, { headers: token })).status).toBe(404)
  })

  it('tells a second load to wait while one runs, and the first one is unharmed', async () => {
    const slow = beginUpload(`${base}/loads`)
    await slow.begun
    const second = await waitForConflict()
    expect(Problem.parse(await second.json()).detail).toBe(
      'Another load is running; wait until it has finished, then try again.',
    )
    const first = Load.parse(JSON.parse(await slow.finish()))
    expect(first.state).toBe('staged')
    expect((await publish(first.id, 'September 2025')).status).toBe(200)
  })
})

/** The first load is known to run once a second one is refused. */
async function waitForConflict(): Promise<Response> {
  const reply = await stage({ ...soundLoad, 'observations.csv': '' })
  return reply.status === 409 ? reply : await waitForConflict()
}

/** A load whose last file is held back until `finish`. */
function beginUpload(address: string) {
  const mark = 'part-of-this-load'
  const part = (name: string, text: string) =>
    `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n`
  const sending = request(address, {
    method: 'POST',
    headers: { ...token, 'content-type': `multipart/form-data; boundary=${mark}` },
  })
  const answered = new Promise<string>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.once('end', () => resolve(text))
    })
  })
  const begun = new Promise<void>((resolve) => {
    sending.write(
      part('organisation.json', soundLoad['organisation.json']) + part('kpis.csv', soundLoad['kpis.csv']),
      () => resolve(),
    )
  })
  return {
    begun,
    finish: () => {
      sending.end(`${part('observations.csv', soundLoad['observations.csv'])}--${mark}--\r\n`)
      return answered
    },
  }
}
