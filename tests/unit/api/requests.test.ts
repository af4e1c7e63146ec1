import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { getJson } from '../../../src/api/client.ts'
import { begin, forgetRequests } from '../../../src/api/requests.ts'
import { chooseRole } from '../../../src/api/session.ts'

const Reply = z.object({ for: z.string() })
const session = { role: 'analyst', name: 'Analyst', audience: 'exact', can: ['choose-role'] }
const reply = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const path = '/plan?edition=5&audience=exact'

/** Answers each address in turn, and says how often it was asked. */
function serve(answers: Record<string, (() => Promise<Response>)[]>) {
  const fetched = vi.fn((url: string, _init?: RequestInit) => {
    const next = Object.entries(answers)
      .find(([end]) => url.endsWith(end))?.[1]
      .shift()
    return next ? next() : Promise.reject(new TypeError(`nothing at ${url}`))
  })
  vi.stubGlobal('fetch', fetched)
  return { asked: () => fetched.mock.calls.map(([url]) => url.replace('/api/v1', '')), fetched }
}

beforeEach(forgetRequests)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('what was asked for ahead', () => {
  it('is handed to whoever reads it first, and only once', async () => {
    const { asked } = serve({ [path]: [() => reply({ for: 'first' }), () => reply({ for: 'second' })] })
    begin([path])
    await expect(getJson(path, () => Reply)).resolves.toEqual({ for: 'first' })
    await expect(getJson(path, () => Reply)).resolves.toEqual({ for: 'second' })
    expect(asked()).toEqual([path, path])
  })

  it('of one reader is no answer to the next: a refusal ends with a new role', async () => {
    serve({
      [path]: [() => reply({ title: 'Forbidden', status: 403 }, 403), () => reply({ for: 'officers' })],
      '/session': [() => reply(session)],
    })
    begin([path])
    await chooseRole('analyst')
    await expect(getJson(path, () => Reply)).resolves.toEqual({ for: 'officers' })
  })

  it('of an officer is dropped when the officer signs out, and the request is ended', async () => {
    const { fetched } = serve({
      [path]: [() => reply({ for: 'officers' }), () => reply({ title: 'Forbidden', status: 403 }, 403)],
      '/session': [() => reply({ ...session, role: 'public', audience: 'protected' })],
    })
    begin([path])
    await chooseRole('public')
    expect(fetched.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
    await expect(getJson(path, () => Reply)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is taken off the line though nobody reads it, as where the measure is not known', async () => {
    const refusal = new Response('{"title":"Not found","status":404}', { status: 404 })
    serve({ [path]: [() => Promise.resolve(refusal)] })
    begin([path])
    await vi.waitFor(() => expect(refusal.bodyUsed).toBe(true))
    await expect(getJson(path, () => Reply)).rejects.toMatchObject({ kind: 'not-found', status: 404 })
  })

  it('is asked for anew where its time ran out before anybody read it', async () => {
    const timeout = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timeout.signal)
    serve({
      [path]: [
        () =>
          new Promise((_, fail) => timeout.signal.addEventListener('abort', () => fail(new DOMException()))),
        () => reply({ for: 'somebody patient' }),
      ],
    })
    begin([path])
    timeout.abort()
    await expect(getJson(path, () => Reply)).resolves.toEqual({ for: 'somebody patient' })
  })
})
