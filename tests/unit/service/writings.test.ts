import { afterEach, describe, expect, it } from 'vitest'
import { db } from '../../../mocks/db.ts'
import { memoryStore } from '../../../mocks/store.ts'
import type { Role } from '../../../src/contract/session.ts'
import { editAction, readActions, recordAction } from '../../../src/service/actions.ts'
import { readCommentary, writeCommentary } from '../../../src/service/commentary.ts'
import type { Operation, RawRequest } from '../../../src/service/operation.ts'
import { describeSession } from '../../../src/service/session.ts'

const at = '2025-11-03T10:00:00Z'

afterEach(() => db.reset())

async function ask(operation: Operation, request: Partial<RawRequest>, role: Role = 'director') {
  const session = describeSession({ role, services: null }, { canChooseRole: true })
  const raw = { params: {}, query: {}, body: undefined, ifMatch: null, ...request }
  return await operation.ask(memoryStore, { session, at }, raw)
}

const given = {
  ...{ board: 'Performance review', action: 'Say what replaces the surge team', ownerRole: 'OT Lead' },
  due: '2025-12-11',
}
const refusal = (status: number) => ({ problem: { status } })

describe('an action that two people change', () => {
  async function recorded() {
    await ask(recordAction, { body: given })
    const action = (await memoryStore.readLog('exact')).at(-1)
    if (!action) throw new Error('it was recorded')
    return action
  }
  const edit = (id: string, body: object, ifMatch: string | null) =>
    ask(editAction, { params: { id }, body, ifMatch })

  it('changes for whoever read it as it stands, and goes up by one version', async () => {
    const { id } = await recorded()
    expect((await edit(id, { ownerRole: 'Director' }, '"1"')).version).toBe(2)
  })

  it('stays as the first left it, where the second read it before', async () => {
    const { id } = await recorded()
    await edit(id, { ownerRole: 'Head of Assessment' }, '"1"')
    await expect(edit(id, { ownerRole: 'Director' }, '"1"')).rejects.toMatchObject(refusal(412))
    await expect(edit(id, { ownerRole: 'Director' }, '"3"')).rejects.toMatchObject(refusal(412))
    await expect(edit(id, { ownerRole: 'Director' }, null)).rejects.toMatchObject(refusal(428))
    expect((await memoryStore.readLog('exact')).find((action) => action.id === id)).toMatchObject({
      ownerRole: 'Head of Assessment',
      version: 2,
    })
  })

  it('is not public before the next edition, whatever its release says', async () => {
    const before = await memoryStore.readLog('protected')
    await ask(recordAction, { body: { ...given, release: 'public' } })
    const answer = await ask(readActions, {}, 'public')
    expect(await answer.read()).toMatchObject({ audience: 'protected', actions: before })
    expect((await memoryStore.readLog('exact')).at(-1)).toMatchObject({ release: 'public' })
  })
})

describe('a draft that two people write', () => {
  const said = { kpi: 'ot-waiting', period: '2025-09', text: 'The list has not moved.' }
  const write = (text: string, ifMatch: string | null) =>
    ask(writeCommentary, { body: { ...said, text }, ifMatch })

  it('stays as the first left it, where the second read it before', async () => {
    expect((await write('One.', null)).version).toBe(1)
    expect((await write('Two.', '"1"')).version).toBe(2)
    await expect(write('Lost.', '"1"')).rejects.toMatchObject(refusal(412))
    await expect(write('', '"1"')).rejects.toMatchObject(refusal(412))
    await expect(write('Lost.', null)).rejects.toMatchObject(refusal(428))
    expect((await memoryStore.readDrafts()).map(({ text }) => text)).toEqual(['Two.'])
  })

  it('is read by officers alone, released or not', async () => {
    await ask(writeCommentary, { body: { ...said, release: 'public' } })
    const drafts = { query: { edition: 'draft' } }
    await expect(ask(readCommentary, drafts, 'public')).rejects.toMatchObject(refusal(403))
    await expect(
      ask(readCommentary, { query: { edition: 'draft', audience: 'protected' } }),
    ).rejects.toMatchObject(refusal(403))
    const latest = await ask(readCommentary, { query: { edition: 'latest' } }, 'public')
    expect(JSON.stringify(await latest.read())).not.toContain(said.text)
  })

  it('is written by nobody of the panel', async () => {
    await expect(ask(writeCommentary, { body: said }, 'public')).rejects.toMatchObject(refusal(403))
    expect(await memoryStore.readDrafts()).toEqual([])
  })
})
