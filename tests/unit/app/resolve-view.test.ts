import { describe, expect, it } from 'vitest'
import { resolveView } from '../../../src/app/resolve-view.ts'
import type { Edition } from '../../../src/domain/editions/publication.ts'

const anEdition = (number: number): Edition => ({
  number,
  label: `Edition ${number}`,
  publishedAt: '2025-10-15T09:00:00Z',
  dataAsAt: '2025-10-06',
  note: null,
  supersededBy: null,
  withdrawn: false,
})
const editions = [anEdition(5), anEdition(4)]

describe('resolveView', () => {
  it('takes edition and audience from the address', () => {
    expect(resolveView({ edition: '4', audience: 'protected' }, editions, 'exact')).toMatchObject({
      view: { edition: 4, audience: 'protected' },
      isPinned: true,
      notices: [],
    })
  })

  it('takes the latest edition and the reader’s own audience where the address names none', () => {
    expect(resolveView({}, editions, 'exact')).toMatchObject({
      view: { edition: 5, audience: 'exact' },
      isPinned: false,
      notices: [],
    })
  })

  it('counts "latest" as not yet pinned', () => {
    expect(resolveView({ edition: 'latest', audience: 'protected' }, editions, 'exact')?.isPinned).toBe(false)
  })

  it('asks for exact figures where the address does, and leaves the refusal to the service', () => {
    expect(resolveView({ edition: '5', audience: 'exact' }, editions, 'protected')?.view.audience).toBe(
      'exact',
    )
  })

  it('names an edition or audience that does not exist', () => {
    expect(resolveView({ edition: '007', audience: 'all' }, editions, 'protected')?.notices).toHaveLength(2)
  })

  it('has nothing to show before anything is published', () => {
    expect(resolveView({}, [], 'protected')).toBeNull()
  })
})
