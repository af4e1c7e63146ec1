import { describe, expect, it } from 'vitest'
import { nameSource, type SourceState, tellSource } from '../../../../src/domain/sources/source-words.ts'

const state: SourceState = {
  name: 'case-system',
  kind: 'folder',
  askedAt: null,
  outcome: null,
  words: null,
  cameAt: null,
  nextAt: '2025-06-05T05:15:00Z',
  isBeingAsked: false,
}
const tell = (given: Partial<SourceState>) => tellSource({ ...state, ...given }, 'Europe/London')

describe('a source in words', () => {
  it('is named with what it is', () => {
    expect(nameSource(state)).toBe('case-system, a folder')
    expect(nameSource({ name: 'hillingdon', kind: 'dashboard' })).toBe(
      'hillingdon, the dashboard of another place',
    )
  })

  it('tells when it was asked last and is asked next, by the clock of the council', () => {
    expect(tell({})).toEqual(['Not asked yet.', 'It is asked next on 5 Jun 2025 at 06:15 (Europe/London).'])
    const came = {
      askedAt: '2025-06-04T05:15:00Z',
      cameAt: '2025-06-04T05:15:09Z',
      outcome: 'came',
      words: 'A file came.',
    } as const
    expect(tell(came)[0]).toBe('Asked on 4 Jun 2025 at 06:15. A file came.')
    expect(tell(came)).toHaveLength(2)
  })

  it('keeps what came before in sight where nothing came now', () => {
    const failed = {
      askedAt: '2025-06-04T05:15:00Z',
      outcome: 'failed',
      words: 'Nothing was taken.',
    } as const
    expect(tell({ ...failed, cameAt: '2025-06-02T05:15:00Z' })[1]).toBe(
      'New files came last on 2 Jun 2025 at 06:15.',
    )
    expect(tell(failed)).toHaveLength(2)
  })

  it('says that it is being asked, and that nobody asks it where no service runs', () => {
    expect(tell({ isBeingAsked: true }).at(-1)).toBe('It is being asked now.')
    expect(tell({ nextAt: null }).at(-1)).toBe('It is asked by itself while the service runs.')
  })
})
