import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommentaryDraftReply, CommentaryReply } from '../../src/contract/commentary.ts'
import { Problem } from '../../src/contract/common.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import type { Role } from '../../src/contract/session.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

const given = { kpi: 'ot-waiting', period: '2025-09', text: 'The list has not moved since the surge ended.' }

describe.each([
  ['mock', async () => openMock()],
  ['server', openServer],
] as const)('commentary written through the %s', (_, open) => {
  let api: ApiInProcess
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const write = async (changes: object = {}, tag?: string, role: Role = 'service-lead') => {
    await api.signIn(role)
    const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag }
    return await api.send('PUT', officerPaths.writeCommentary(), { ...given, ...changes }, headers)
  }
  const ask = async (address: string, role: Role) => {
    await api.signIn(role)
    return await api.fetch(api.base + address, { headers: {}, signal: AbortSignal.timeout(240_000) })
  }
  const draftsAs = async (role: Role) =>
    CommentaryReply.parse(await (await ask(officerPaths.commentaryDrafts(), role)).json()).commentary

  it('is a draft of the role that is signed in, for officers unless it says otherwise', async () => {
    const response = await write()
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"1"'])
    expect(CommentaryDraftReply.parse(await response.json()).draft).toMatchObject({
      ...given,
      authorRole: 'Service lead',
      release: 'officer',
      version: 1,
    })
    expect(await draftsAs('director')).toMatchObject([given])
  })

  it('changes only with the version that was read, and says what stands otherwise', async () => {
    const kpi = 'dp-clients'
    await write({ kpi })
    expect((await write({ kpi, text: 'Again.' })).status).toBe(428)
    expect((await write({ kpi, text: 'Growth is one or two a month.' }, '"1"')).headers.get('etag')).toBe(
      '"2"',
    )
    const late = await write({ kpi, text: 'Too late.' }, '"1"')
    expect(late.status).toBe(412)
    expect(Problem.parse(await late.json()).current).toMatchObject({
      text: 'Growth is one or two a month.',
      version: 2,
    })
    expect((await write({ kpi: 'dp-starts' }, '"1"')).status).toBe(412)
  })

  it('stands beside what another role says, and never in its place', async () => {
    const kpi = 'dp-ends'
    await write({ kpi }, undefined, 'service-lead')
    expect((await write({ kpi }, undefined, 'director')).status).toBe(200)
    const both = (await draftsAs('analyst')).filter((draft) => draft.kpi === kpi)
    expect(both.map(({ authorRole }) => authorRole)).toEqual(['Director', 'Service lead'])
  })

  it('is taken back by an empty text', async () => {
    const kpi = 'vacancy-rate'
    await write({ kpi })
    expect(await (await write({ kpi, text: '' }, '"1"')).json()).toEqual({ draft: null })
    expect((await draftsAs('director')).some((draft) => draft.kpi === kpi)).toBe(false)
  })

  it('is released with a small number of people once somebody has confirmed that it tells nobody who', async () => {
    const told = { kpi: 'dols-backlog', release: 'public', text: 'Three residents of one home still wait.' }
    const refused = await write(told)
    expect(refused.status).toBe(400)
    expect(Problem.parse(await refused.json())).toMatchObject({
      parameter: 'confirmed',
      detail: expect.stringContaining('“Three residents”'),
    })
    expect((await draftsAs('director')).some(({ kpi }) => kpi === told.kpi)).toBe(false)
    // for officers there is nothing to confirm
    expect((await write({ ...told, release: 'officer' })).status).toBe(200)
    expect((await write(told, '"1"')).status).toBe(400)
    expect((await write({ ...told, confirmed: true }, '"1"')).status).toBe(200)
    const [draft] = (await draftsAs('director')).filter(({ kpi }) => kpi === told.kpi)
    expect(draft).toMatchObject({ release: 'public', text: told.text, version: 2 })
    expect(draft).not.toHaveProperty('confirmed')
  })

  it('is read by officers alone while it is a draft, and written by nobody of the panel', async () => {
    expect((await ask(officerPaths.commentaryDrafts(), 'public')).status).toBe(403)
    expect((await ask(`${officerPaths.commentaryDrafts()}&audience=protected`, 'director')).status).toBe(403)
    expect((await write({}, undefined, 'public')).status).toBe(403)
  })

  it.each([
    ['kpi', { kpi: 'ot-wating' }],
    ['period', { period: '2025-Q2' }],
    ['period', { period: '2099-01' }],
    ['text', { text: 'a'.repeat(1201) }],
    ['text', { text: 'NHS 9434765919' }],
    ['release', { release: 'all' }],
  ])('names %s as what is wrong with %j', async (parameter, changes) => {
    const refused = await write(changes)
    expect([refused.status, Problem.parse(await refused.json()).parameter]).toEqual([400, parameter])
  })
})
