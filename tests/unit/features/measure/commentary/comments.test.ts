import { describe, expect, it } from 'vitest'
import type { Commentary } from '../../../../../src/api/commentary.ts'
import {
  byline,
  groupComments,
  periodsToWriteOn,
  withDraft,
} from '../../../../../src/features/measure/commentary/comments.ts'

const aComment = (changes: Partial<Commentary> = {}): Commentary => ({
  kpi: 'ot-waiting',
  period: '2025-09',
  authorRole: 'OT Lead',
  text: 'The list has not moved.',
  release: 'officer',
  writtenAt: '2025-10-10T10:00:00Z',
  version: null,
  ...changes,
})

describe('groupComments', () => {
  it('has the newest period first, and within it the latest written', () => {
    const older = aComment({ period: '2025-08' })
    const first = aComment({ authorRole: 'Director', writtenAt: '2025-10-09T10:00:00Z' })
    const undated = aComment({ authorRole: 'Analyst', writtenAt: null })
    const latest = aComment()
    expect(groupComments([older, undated, first, latest], 'ot-waiting')).toEqual([
      { period: '2025-09', comments: [latest, first, undated] },
      { period: '2025-08', comments: [older] },
    ])
  })

  it('leaves out what was said of other measures', () => {
    expect(groupComments([aComment({ kpi: 'dp-clients' })], 'ot-waiting')).toEqual([])
  })
})

describe('byline', () => {
  it('has the day where the council is, and who may read it', () => {
    const late = aComment({ writtenAt: '2025-06-14T23:30:00Z', release: 'public' })
    expect(byline(late, 'Europe/London', 'exact')).toBe('OT Lead, 15 Jun 2025, approved for publication')
  })

  it('tells the panel nothing of approval', () => {
    expect(byline(aComment({ writtenAt: null }), 'Europe/London', 'protected')).toBe('OT Lead, no date given')
  })
})

describe('periodsToWriteOn', () => {
  it('begins with the month that the edition’s day falls in', () => {
    expect(periodsToWriteOn('month', '2026-01-06')).toEqual(['2026-01', '2025-12', '2025-11', '2025-10'])
  })

  it('offers quarters for a quarterly measure', () => {
    expect(periodsToWriteOn('quarter', '2025-10-06')).toEqual(['2025-Q3', '2025-Q2', '2025-Q1', '2024-Q4'])
  })
})

describe('withDraft', () => {
  const others = aComment({ authorRole: 'Director', version: 1 })
  const reply = { edition: null, audience: 'exact' as const, commentary: [others, aComment({ version: 1 })] }

  it('puts a draft in the place of that of the same role and period', () => {
    const next = aComment({ text: 'It rose.', version: 2 })
    expect(withDraft(reply, next, next).commentary).toEqual([others, next])
  })

  it('takes a draft away and leaves other roles their words', () => {
    expect(withDraft(reply, aComment(), null).commentary).toEqual([others])
  })
})
