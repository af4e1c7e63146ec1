import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Action, ActionsReply } from '../../src/contract/actions.ts'
import { Problem } from '../../src/contract/common.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { paths } from '../../src/contract/paths.ts'
import { resources } from '../../src/contract/resources.ts'
import type { Role } from '../../src/contract/session.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

const given = {
  board: 'Performance review',
  action: 'Set out what keeps the OT list from falling.',
  ownerRole: 'OT Lead',
  due: '2031-10-31',
  link: 'ot-waiting',
}

describe.each([
  ['mock', async () => openMock()],
  ['server', openServer],
] as const)('actions written through the %s', (_, open) => {
  let api: ApiInProcess
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const record = async (changes: object = {}, role: Role = 'service-lead') => {
    await api.signIn(role)
    return await api.send('POST', officerPaths.recordAction(), { ...given, ...changes })
  }
  const recorded = async (changes: object = {}) => Action.parse(await (await record(changes)).json())
  const edit = async (id: string, body: unknown, tag?: string, role: Role = 'service-lead') => {
    await api.signIn(role)
    return await api.send(
      'PATCH',
      officerPaths.action(id),
      body,
      tag === undefined ? {} : { 'if-match': tag },
    )
  }
  const problemOf = async (response: Response) => Problem.parse(await response.json())
  const read = async (address: string, role: Role = 'public') => {
    await api.signIn(role)
    const response = await api.fetch(api.base + address, {
      headers: {},
      signal: AbortSignal.timeout(240_000),
    })
    return ActionsReply.parse(await response.json())
  }

  it('records an open action under the next id, for officers unless it says otherwise', async () => {
    const response = await record()
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"1"'])
    expect(Action.parse(await response.json())).toMatchObject({
      ...given,
      id: 'A61',
      status: 'open',
      closed: null,
      carried: 0,
      release: 'officer',
      version: 1,
      history: [
        { byRole: 'Service lead', changes: [{ field: 'status', from: null, to: 'open' }], note: null },
      ],
    })
  })

  it('releases words that may give few people away once somebody has confirmed that they do not', async () => {
    const few = { action: 'Ring the 2 carers who were not asked.', release: 'public' }
    const refused = await record(few)
    expect([refused.status, (await problemOf(refused)).parameter]).toEqual([400, 'confirmed'])
    expect((await record({ ...few, confirmed: true })).status).toBe(201)
    const { id } = await recorded({ action: few.action })
    // what becomes public is looked at, whichever way it does: by release, or by other words
    expect((await edit(id, { release: 'public' }, '"1"')).status).toBe(400)
    expect((await edit(id, { release: 'public', action: 'Ring all carers.' }, '"1"')).status).toBe(200)
    const reworded = await edit(id, { board: 'Review of one death' }, '"2"')
    expect([reworded.status, (await problemOf(reworded)).detail]).toEqual([
      400,
      expect.stringContaining('“one death”'),
    ])
    // what everybody reads already is not asked after again
    expect((await edit(id, { due: '2031-12-31', note: 'One person asked for it.' }, '"2"')).status).toBe(200)
  })

  it('records once what is sent twice under one key', async () => {
    const first = await recorded({ key: 'draft-0001' })
    const again = await record({ key: 'draft-0001' })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(first)
  })

  it('changes an action, counts a later date as carried over, and keeps its history', async () => {
    const { id } = await recorded()
    const moved = await edit(id, { due: '2031-11-28', note: 'The data comes in November.' }, '"1"')
    expect([moved.status, moved.headers.get('etag')]).toEqual([200, '"2"'])
    expect(Action.parse(await moved.json())).toMatchObject({ due: '2031-11-28', carried: 1, version: 2 })
    const closed = await edit(id, { status: 'closed', whatChanged: 'A third clinic was found.' }, '"2"')
    const after = Action.parse(await closed.json())
    expect(after).toMatchObject({ status: 'closed', whatChanged: 'A third clinic was found.', version: 3 })
    expect(after.closed).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(after.history.map(({ note }) => note)).toEqual([null, 'The data comes in November.', null])
  })

  it('refuses a change of what somebody else has changed, and says what stands now', async () => {
    const { id } = await recorded()
    await edit(id, { ownerRole: 'Head of Assessment' }, '"1"')
    const late = await edit(id, { ownerRole: 'Director' }, '"1"', 'director')
    expect([late.status, late.headers.get('content-type')?.split(';')[0]]).toEqual([
      412,
      'application/problem+json',
    ])
    expect(Action.parse((await problemOf(late)).current)).toMatchObject({
      ownerRole: 'Head of Assessment',
      version: 2,
    })
  })

  it('asks which version was read', async () => {
    const { id } = await recorded()
    expect((await edit(id, { status: 'in-progress' })).status).toBe(428)
    expect((await edit(id, { status: 'in-progress' }, '*')).status).toBe(412)
    expect((await edit('A9999', { status: 'in-progress' }, '"1"')).status).toBe(404)
  })

  it('leaves an action as it is where nothing changes', async () => {
    const { id } = await recorded()
    const same = await edit(id, { ownerRole: given.ownerRole }, '"1"')
    expect(await same.json()).toMatchObject({ version: 1 })
  })

  it.each(['public', 'cabinet-author'] as const)('takes nothing from %s', async (role) => {
    expect((await record({}, role)).status).toBe(403)
    expect((await edit('A01', { due: '2031-10-31' }, '"1"', role)).status).toBe(403)
  })

  it('lets an analyst change an action, and not close it', async () => {
    const { id } = await recorded()
    expect((await edit(id, { status: 'in-progress' }, '"1"', 'analyst')).status).toBe(200)
    const closing = await edit(id, { status: 'closed', whatChanged: 'Done.' }, '"2"', 'analyst')
    expect(closing.status).toBe(403)
  })

  it.each([
    ['due', { due: '2031-02-30' }],
    ['due', { due: '2001-01-31' }],
    ['raised', { raised: '2031-01-31' }],
    ['link', { link: 'ot-wating' }],
    ['action', { action: ' \n ' }],
    ['action', { action: 'a'.repeat(1201) }],
    ['action', { action: 'About 943 476 5919' }],
    ['board', { board: 'Two\nlines' }],
    ['ownerRole', { ownerRole: 'Lead\u202eylraE' }],
    ['release', { release: 'everybody' }],
    ['status', { status: 'closed' }],
  ])('names %s as what is wrong with %j', async (parameter, changes) => {
    const refused = await record(changes)
    expect([refused.status, (await problemOf(refused)).parameter]).toEqual([400, parameter])
  })

  it.each([
    ['whatChanged', { status: 'closed' }],
    ['status', { status: 'open-ended' }],
    ['due', { due: '2001-01-31' }],
    ['carried', { carried: 0 }],
  ])('names %s where it cannot become %j', async (parameter, changes) => {
    const { id } = await recorded()
    const refused = await edit(id, changes, '"1"')
    expect([refused.status, (await problemOf(refused)).parameter]).toEqual([400, parameter])
  })

  it('takes JSON only: a form of another site cannot send it unasked', async () => {
    await api.signIn('service-lead')
    const plain = { 'content-type': 'text/plain' }
    expect((await api.send('POST', officerPaths.recordAction(), JSON.stringify(given), plain)).status).toBe(
      415,
    )
  })

  /** Every reply that anybody may have, as it was sent. */
  const readAsNobody = async () => {
    await api.signIn('public')
    const addresses = resources
      .filter(({ id }) => id !== 'pack')
      .map(({ path }) => path.replace('{n}', 'latest') + (isOfMeasures(path) ? '?kpi=ot-waiting' : ''))
    const frozen = { edition: 5, audience: 'protected' } as const
    return await Promise.all(
      [...addresses, paths.liveActions('protected'), paths.actions(frozen), paths.commentary(frozen)].map(
        async (address) => {
          const signal = AbortSignal.timeout(240_000)
          const response = await api.fetch(api.base + address, { headers: {}, signal })
          return `${address} ${response.status} ${await response.text()}`
        },
      ),
    )
  }

  it('tells nobody outside what is written before the next edition, whatever its release says', async () => {
    const before = await readAsNobody()
    const words = '3 people in Perivale, modern slavery'
    await recorded({ release: 'public', action: words, link: 'sg-concerns', confirmed: true })
    const { actions } = await read(paths.liveActions('exact'), 'director')
    const unsettled = actions.filter(({ id, closed }) => closed === null && id <= 'A60')
    const released = unsettled.find(({ release }) => release === 'public')
    const withheld = unsettled.find(({ release }) => release === 'officer')
    for (const { id, version } of [released, withheld].filter((one) => one !== undefined)) {
      const said = { action: words, whatChanged: words, note: words, confirmed: true }
      const closing = { ...said, release: 'public', status: 'closed' }
      expect((await edit(id, closing, `"${version}"`)).status).toBe(200)
    }
    const comment = { kpi: 'ot-waiting', period: '2025-09', text: words, release: 'public', confirmed: true }
    expect((await api.send('PUT', officerPaths.writeCommentary(), comment)).status).toBe(200)
    expect(await readAsNobody()).toEqual(before)
  })

  it('judges what the panel sees on the day of the newest edition: what became of it since is not told', async () => {
    const live = await read(paths.liveActions('protected'))
    const frozen = await read(paths.actions({ edition: 5, audience: 'protected' }))
    expect(live).toEqual({ ...frozen, edition: null })
    expect(live.actions.every(({ release }) => release === 'public')).toBe(true)
  })

  it('takes an action back from the panel at once, and gives it no more before the next edition', async () => {
    const { actions } = await read(paths.liveActions('exact'), 'director')
    const shown = (await read(paths.liveActions('protected'))).actions
    const taken = shown.at(-1)?.id ?? ''
    const tag = () => `"${actions.find(({ id }) => id === taken)?.version}"`
    const back = await edit(taken, { release: 'officer' }, tag())
    expect(back.status).toBe(200)
    const left = shown.filter(({ id }) => id !== taken)
    expect((await read(paths.liveActions('protected'))).actions).toEqual(left)
    expect((await edit(taken, { release: 'public' }, back.headers.get('etag') ?? '')).status).toBe(200)
    expect((await read(paths.liveActions('protected'))).actions).toEqual(left)
  })

  it('leaves what an edition froze as it was', async () => {
    const view = { edition: 5, audience: 'exact' } as const
    const before = await read(paths.actions(view), 'director')
    expect((await edit('A36', { status: 'awaiting-confirmation' }, '"2"')).status).toBe(200)
    expect(await read(paths.actions(view), 'director')).toEqual(before)
    const live = await read(paths.liveActions('exact'), 'director')
    expect(live.actions.find(({ id }) => id === 'A36')?.status).toBe('awaiting-confirmation')
    expect(before.actions.find(({ id }) => id === 'A36')?.status).toBe('in-progress')
  })
})

function isOfMeasures(path: string): boolean {
  return ['/series', '/analysis'].includes(path)
}
