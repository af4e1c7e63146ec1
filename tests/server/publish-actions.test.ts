import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDrafts } from '../../server/db/commentary-store.ts'
import type { Database } from '../../server/db/database.ts'
import { createDatabaseStore } from '../../server/db/database-store.ts'
import { openExactLog, openExactReader } from '../../server/db/exact-reader.ts'
import { openProtectedLog, openProtectedReader } from '../../server/db/protected-reader.ts'
import { publishEdition, writePublication } from '../../server/db/publish.ts'
import { rehearse } from '../../server/db/rehearse.ts'
import type { EditAction, RecordAction } from '../../src/contract/actions.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import type { Commentary } from '../../src/domain/commentary/commentary.ts'
import type { Publication } from '../../src/domain/editions/publication.ts'
import { editAction, recordAction } from '../../src/service/actions.ts'
import type { Operation, RawRequest } from '../../src/service/operation.ts'
import { describeSession } from '../../src/service/session.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { anAction } from '../support/an-action.ts'
import { aDatabase, emptyDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'

let database: Database
beforeAll(async () => {
  database = await aDatabase()
})
beforeEach(() => emptyDatabase(database))
afterAll(() => database.close())

const lead = {
  session: describeSession({ role: 'service-lead', services: null }, {}),
  at: '2025-10-14T09:30:00Z',
}
const ask = async (operation: Operation, request: Partial<RawRequest>) => {
  const raw = { params: {}, query: {}, body: undefined, ifMatch: null, ...request }
  return await (await operation.ask(createDatabaseStore(database), lead, raw)).read()
}
const publish = (changes: Partial<Publication>) => publishEdition(database, aPublication(changes))
const frozen = (edition: number) => openExactReader(database.queries, edition).readActions()
const live = () => openExactLog(database.queries).read()
const shown = () => openProtectedLog(database.queries).read()
const record = (body: RecordAction) => ask(recordAction, { body })
const edit = (id: string, version: number, body: EditAction) =>
  ask(editAction, { params: { id }, body, ifMatch: `"${version}"` })
const draft = (said: Commentary) =>
  createDatabaseStore(database).writeDrafts((drafts) =>
    drafts.keep(
      { ...said, version: 1 },
      { ...commandLine, at: '2025-10-01T09:00:00Z', deed: 'comment-written', about: {}, outcome: 'done' },
    ),
  )

describe('the log at publication', () => {
  it('takes what it does not know, and leaves what it knows as it is', async () => {
    await publish({ kpis: [aDefinition()], actions: [anAction({ id: 'A01' })] })
    await edit('A01', 1, { status: 'in-progress' })
    await publish({ actions: [anAction({ id: 'A01', ownerRole: 'Somebody else' }), anAction({ id: 'A02' })] })
    expect(await live()).toMatchObject([
      { id: 'A01', status: 'in-progress', ownerRole: 'Head of Assessment', version: 2 },
      { id: 'A02', version: 1 },
    ])
  })

  it('is frozen in the edition, and goes on after it', async () => {
    await publish({ kpis: [aDefinition()], actions: [anAction({ id: 'A01' })] })
    await record({ board: 'HASSP', action: 'Explain it', ownerRole: 'Director', due: '2025-12-11' })
    await edit('A01', 1, { status: 'closed', whatChanged: 'None is left.' })
    expect((await frozen(1)).map(({ id, status }) => [id, status])).toEqual([['A01', 'open']])
    await publish({})
    expect((await frozen(1)).map(({ status }) => status)).toEqual(['open'])
    expect((await frozen(2)).map(({ id, status }) => [id, status])).toEqual([
      ['A01', 'closed'],
      ['A02', 'open'],
    ])
  })

  it('is as it was after a preview', async () => {
    await rehearse(database, (queries) => writePublication(queries, aPublication({ actions: [anAction()] })))
    expect(await live()).toEqual([])
  })

  it('shows the panel a link once its milestone is released, and hides it where it no longer is', async () => {
    const milestone = aMilestone({ id: 'M16', kpi: null, release: 'officer' })
    const action = anAction({ id: 'A01', link: 'M16', release: 'public' })
    await publish({ milestones: [milestone], actions: [action] })
    expect((await shown()).map(({ link }) => link)).toEqual([null])
    expect((await openProtectedReader(database.queries, 1).readActions()).map(({ link }) => link)).toEqual([
      null,
    ])
    await publish({ milestones: [{ ...milestone, release: 'public' }] })
    expect((await shown()).map(({ link }) => link)).toEqual(['M16'])
    await publish({ milestones: [milestone] })
    expect((await shown()).map(({ link }) => link)).toEqual([null])
  })

  it('takes an action away from the panel at once, where it is for officers after all', async () => {
    await publish({ actions: [anAction({ id: 'A01', link: null, release: 'public' })] })
    await edit('A01', 1, { release: 'officer' })
    expect(await shown()).toEqual([])
    await edit('A01', 2, { release: 'public' })
    expect(await shown()).toEqual([])
    await publish({})
    expect(await shown()).toMatchObject([{ id: 'A01', version: 3 }])
  })

  it('shows the panel what was released when the newest edition was published, and nothing of what followed', async () => {
    await publish({
      actions: [
        anAction({ id: 'A01', action: 'Explain it', link: null, release: 'public' }),
        anAction({ id: 'A02', link: null, release: 'officer' }),
      ],
    })
    const before = await shown()
    await edit('A01', 1, {
      action: 'Explain the 3 people in Perivale',
      due: '2026-01-31',
      note: 'See the case',
      confirmed: true,
    })
    await edit('A01', 2, { status: 'closed', whatChanged: 'None is left.' })
    await edit('A02', 1, { release: 'public' })
    const fresh = { board: 'HASSP', action: 'Begin', ownerRole: 'Director', due: '2025-12-11' }
    await record({ ...fresh, release: 'public' })
    expect(await shown()).toEqual(before)
    await publish({})
    expect((await shown()).map(({ id, action, status }) => [id, action, status])).toEqual([
      ['A01', 'Explain the 3 people in Perivale', 'closed'],
      ['A02', anAction().action, 'open'],
      ['A03', 'Begin', 'open'],
    ])
  })

  it('is shown to the panel as it was before a preview', async () => {
    await publish({ actions: [anAction({ id: 'A01', link: null, release: 'public' })] })
    await edit('A01', 1, { action: 'Explain it' })
    const before = await shown()
    await rehearse(database, (queries) => writePublication(queries, aPublication({})))
    expect(await shown()).toEqual(before)
  })
})

describe('two people at once', () => {
  it('get two numbers, and one of two changes is refused', async () => {
    const given = { board: 'HASSP', action: 'Explain it', ownerRole: 'Director', due: '2025-12-11' }
    const recorded = await Promise.all([
      record(given),
      record(given),
      record({ ...given, key: 'one-draft' }),
      record({ ...given, key: 'one-draft' }),
    ])
    const ids = recorded.map((action) => new Map(Object.entries(action)).get('id'))
    // who of them was first is nobody's to say
    expect([...new Set(ids)].sort()).toEqual(['A01', 'A02', 'A03'])
    expect(ids[3]).toBe(ids[2])
    const outcomes = await Promise.allSettled([
      edit('A01', 1, { ownerRole: 'OT Lead' }),
      edit('A01', 1, { ownerRole: 'DP Lead' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { problem: { status: 412, current: { version: 2 } } },
    })
  })
})

describe('commentary at publication', () => {
  const said = {
    kpi: 'ot-waiting',
    period: '2025-09',
    authorRole: 'Service lead',
    text: 'The list has not moved.',
    release: 'public',
    writtenAt: lead.at,
  } as const

  it('is frozen from drafts, of which there are none afterwards, and read by the panel where it is released', async () => {
    await draft(said)
    await draft({ ...said, authorRole: 'Director', release: 'officer' })
    await publish({ kpis: [aDefinition()] })
    expect(await readDrafts(database.queries)).toEqual([])
    expect(await openExactReader(database.queries, 1).readCommentary()).toHaveLength(2)
    expect(await openProtectedReader(database.queries, 1).readCommentary()).toEqual([said])
  })

  it('stands in later editions until the same role says something else of the same period', async () => {
    await publish({ kpis: [aDefinition()], commentary: [said, { ...said, period: '2025-08' }] })
    await draft({ ...said, text: 'It has moved.' })
    await publish({})
    expect((await openExactReader(database.queries, 1).readCommentary()).map(({ text }) => text)).toEqual([
      'The list has not moved.',
      'The list has not moved.',
    ])
    expect((await openExactReader(database.queries, 2).readCommentary()).map(({ text }) => text)).toEqual([
      'It has moved.',
      'The list has not moved.',
    ])
  })

  it('leaves drafts alone in a preview', async () => {
    await draft(said)
    await rehearse(database, (queries) => writePublication(queries, aPublication({})))
    expect(await readDrafts(database.queries)).toHaveLength(1)
  })
})
