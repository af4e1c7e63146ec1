import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  actionAsItStands,
  actionsQuery,
  changeAction,
  liveActionsQuery,
  recordAction,
} from '../../../src/api/actions.ts'
import {
  commentaryDraftsQuery,
  commentaryQuery,
  draftAsItStands,
  writeCommentary,
} from '../../../src/api/commentary.ts'
import { anAction } from '../../support/an-action.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (status: number, body: unknown) => {
  const sent = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })))
  vi.stubGlobal('fetch', sent)
  return sent
}
const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
const problem = { type: 'about:blank', title: 'Changed meanwhile', status: 412, detail: 'Look again.' }

describe('changeAction', () => {
  it('names the version that was read', async () => {
    const sent = answer(200, anAction({ version: 4 }))
    await changeAction({ id: 'A01', version: 3 }, { ownerRole: 'OT Lead' })
    expect(sent).toHaveBeenCalledWith(
      expect.stringContaining('/actions/A01'),
      expect.objectContaining({
        method: 'PATCH',
        headers: { 'if-match': '"3"', 'content-type': 'application/json' },
      }),
    )
  })

  it('gives what stands now where somebody else was first', async () => {
    const current = anAction({ ownerRole: 'Director', version: 4 })
    answer(412, { ...problem, current })
    const failure = await failureOf(changeAction({ id: 'A01', version: 3 }, { ownerRole: 'OT Lead' }))
    expect(failure).toMatchObject({ kind: 'conflict', message: 'Look again.' })
    expect(actionAsItStands(failure)).toEqual(current)
  })

  it('names the field that is wrong', async () => {
    answer(400, { ...problem, status: 400, parameter: 'due' })
    const failure = await failureOf(changeAction({ id: 'A01', version: 3 }, { due: '2025-02-30' }))
    expect(failure).toMatchObject({ kind: 'bad-request', refusal: { parameter: 'due' } })
    expect(actionAsItStands(failure)).toBeNull()
  })
})

describe('writeCommentary', () => {
  const given = { kpi: 'ot-waiting', period: '2025-09', text: 'The list has not moved.' }

  it('names no version where there was no draft', async () => {
    const sent = answer(200, { draft: null })
    expect(await writeCommentary(given, null)).toBeNull()
    expect(sent).toHaveBeenCalledWith(
      expect.stringContaining('/commentary'),
      expect.objectContaining({ method: 'PUT', headers: { 'content-type': 'application/json' } }),
    )
  })

  it('gives the draft that stands now where somebody else was first', async () => {
    const current = {
      ...given,
      authorRole: 'Service lead',
      release: 'officer',
      writtenAt: '2025-10-02T09:00:00Z',
      version: 2,
    }
    answer(412, { ...problem, current })
    expect(draftAsItStands(await failureOf(writeCommentary(given, { version: 1 })))).toEqual(current)
  })
})

describe('recordAction', () => {
  it('sends the key of its draft, so that a second attempt records nothing twice', async () => {
    const sent = answer(201, anAction({ id: 'A61' }))
    const given = {
      key: 'draft-1',
      board: 'Performance review',
      action: 'Say what replaces the surge team',
      ownerRole: 'OT Lead',
      due: '2025-12-11',
    }
    expect(await recordAction(given)).toMatchObject({ id: 'A61' })
    expect(sent).toHaveBeenCalledWith(
      expect.stringMatching(/\/actions$/),
      expect.objectContaining({ method: 'POST', body: JSON.stringify(given) }),
    )
  })
})

describe('reading what was written', () => {
  const view = { edition: 5, audience: 'protected' as const }
  const client = new QueryClient()
  const asked = (sent: ReturnType<typeof answer>) => String(sent.mock.calls.at(0)?.at(0))

  it('asks for the log of an edition, or for the log as it is now', async () => {
    const log = { edition: 5, audience: 'protected', asOf: '2025-10-06', actions: [anAction()] }
    const ofEdition = answer(200, log)
    expect(await client.fetchQuery(actionsQuery(view))).toEqual(log)
    expect(asked(ofEdition)).toContain('edition=5')
    const live = answer(200, { ...log, edition: null })
    await client.fetchQuery(liveActionsQuery('protected'))
    expect(asked(live)).not.toContain('edition=')
  })

  it('asks for what an edition froze, or for the drafts of the next', async () => {
    const frozen = answer(200, { edition: 5, audience: 'protected', commentary: [] })
    await client.fetchQuery(commentaryQuery(view))
    expect(asked(frozen)).toContain('edition=5')
    const drafts = answer(200, { edition: null, audience: 'exact', commentary: [] })
    await client.fetchQuery(commentaryDraftsQuery())
    expect(asked(drafts)).toContain('draft')
  })
})
