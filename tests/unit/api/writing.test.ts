import { afterEach, describe, expect, it, vi } from 'vitest'
import { actionAsItStands, changeAction } from '../../../src/api/actions.ts'
import { draftAsItStands, writeCommentary } from '../../../src/api/commentary.ts'
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
