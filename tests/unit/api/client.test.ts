import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { getJson } from '../../../src/api/client.ts'

const Reply = z.object({ editions: z.array(z.object({ number: z.number() })) })
const answer = (body: string, init?: ResponseInit) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)))
const read = () => getJson('/editions', () => Reply)

afterEach(() => vi.unstubAllGlobals())

describe('getJson', () => {
  it('gives what the contract says', async () => {
    answer('{"editions": [{"number": 5}]}')
    await expect(read()).resolves.toEqual({ editions: [{ number: 5 }] })
  })

  it('names the place where a reply is not what was agreed', async () => {
    answer('{"editions": [{"number": "five"}]}')
    await expect(read()).rejects.toMatchObject({
      kind: 'invalid-response',
      message: 'The data service sent /editions in an unexpected form (editions.0.number).',
    })
  })

  it('takes the words of a problem from the service', async () => {
    answer(
      '{"type": "about:blank", "title": "No such edition", "status": 404, "detail": "There is no edition 9."}',
      {
        status: 404,
      },
    )
    await expect(read()).rejects.toMatchObject({ kind: 'not-found', message: 'There is no edition 9.' })
  })

  it('tells forbidden, badly asked and broken apart, and knows which may get better', async () => {
    const kinds = []
    for (const status of [403, 400, 503]) {
      answer('<html>', { status })
      kinds.push(
        await read().catch((error: { kind: string; mayRecover: boolean }) => [error.kind, error.mayRecover]),
      )
    }
    expect(kinds).toEqual([
      ['forbidden', false],
      ['bad-request', false],
      ['server', true],
    ])
  })

  it('says that nothing was reached when nothing was', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')))
    await expect(read()).rejects.toMatchObject({ kind: 'network', mayRecover: true })
  })

  it('gives up a reply that begins and does not end', async () => {
    const timeout = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal)
    vi.stubGlobal('fetch', () => {
      const body = new ReadableStream({
        pull(stream) {
          timeout.abort()
          stream.error(timeout.signal.reason)
        },
      })
      return Promise.resolve(new Response(body))
    })
    await expect(read()).rejects.toMatchObject({ kind: 'timeout', mayRecover: true })
  })

  it('lets an abort through as an abort, not as a failure', async () => {
    const abort = new AbortController()
    vi.stubGlobal('fetch', () => {
      abort.abort()
      return Promise.reject(abort.signal.reason)
    })
    await expect(getJson('/editions', () => Reply, abort.signal)).rejects.toHaveProperty('name', 'AbortError')
  })
})
