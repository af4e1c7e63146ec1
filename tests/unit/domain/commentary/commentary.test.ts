import { describe, expect, it } from 'vitest'
import { commentaryKey, protectCommentary } from '../../../../src/domain/commentary/commentary.ts'

const said = {
  ...{ kpi: 'ot-waiting', period: '2025-09', authorRole: 'OT Lead', text: 'The list has not moved.' },
  ...{ release: 'public' as const, writtenAt: '2025-10-02T09:00:00Z' },
}

describe('what roles say', () => {
  it('is for the panel where it was released, and for officers alone otherwise', () => {
    const internal = { ...said, text: 'Two posts are unfilled.', release: 'officer' as const }
    expect(protectCommentary([said, internal])).toEqual([said])
    expect(protectCommentary([internal])).toEqual([])
  })

  it('is one thing for each role, measure and period', () => {
    const others = [
      { ...said, kpi: 'dp-clients' },
      { ...said, period: '2025-08' },
      { ...said, authorRole: 'Director' },
    ]
    expect(new Set([said, ...others].map(commentaryKey)).size).toBe(4)
    const again = { ...said, text: 'Another text.' }
    expect(commentaryKey(again)).toBe(commentaryKey(said))
  })
})
