import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchPart, PartNotFetched, reloadOnce, whyNotFetched } from '../../../src/ui/fetch-part.ts'

const script = 'https://dashboard.example/assets/index-1a2b3c.js'
const reload = vi.fn()
const kept = new Map<string, string>()

beforeEach(() => {
  reload.mockClear()
  kept.clear()
  vi.stubGlobal('document', { querySelector: () => ({ src: script }) })
  vi.stubGlobal('location', { href: 'https://dashboard.example/plan', reload })
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  })
})

const answers = (status: number, type: string) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(null, { status, headers: { 'content-type': type } })),
  )

describe('whyNotFetched', () => {
  it.each([
    ['broken-off', 200, 'text/javascript; charset=utf-8'],
    ['new-version', 404, 'application/problem+json'],
    // a host that sends its page for whatever it does not know
    ['new-version', 200, 'text/html'],
    ['service', 503, 'text/html'],
    ['service', 429, 'application/problem+json'],
  ] as const)('is %s where the first script of the build answers %d, %s', async (why, status, type) => {
    answers(status, type)
    expect(await whyNotFetched()).toBe(why)
    expect(fetch).toHaveBeenCalledWith(script, expect.objectContaining({ method: 'HEAD', cache: 'no-store' }))
  })

  it('is the network where nothing answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await whyNotFetched()).toBe('network')
  })
})

describe('fetchPart', () => {
  it('gives the part, and asks nothing', async () => {
    answers(404, 'text/html')
    expect(await fetchPart(async () => 'part')).toBe('part')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('says why in a reader’s words, and keeps what the browser said', async () => {
    answers(404, 'text/html')
    const cause = new TypeError('Failed to fetch dynamically imported module: https://dashboard.example/a.js')
    const error = await fetchPart(() => Promise.reject(cause)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PartNotFetched)
    expect(error).toMatchObject({ why: 'new-version', cause })
    expect(String(error)).not.toContain('https:')
  })
})

describe('reloadOnce', () => {
  it('reloads once for each build that the page is of', () => {
    expect([reloadOnce(), reloadOnce()]).toEqual([true, false])
    vi.stubGlobal('document', { querySelector: () => ({ src: `${script}?newer` }) })
    expect(reloadOnce()).toBe(true)
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('reloads nothing unasked where nothing can be kept: neither can a draft', () => {
    vi.stubGlobal('sessionStorage', undefined)
    expect(reloadOnce()).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})
