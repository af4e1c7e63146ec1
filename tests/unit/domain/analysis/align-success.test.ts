import { describe, expect, it } from 'vitest'
import { alignSuccess } from '../../../../src/domain/analysis/one-verdict/align-success.ts'
import type { SuccessState } from '../../../../src/domain/plans/judge-success.ts'

const told = {
  latest: { period: '2025-09', value: 89, provisional: false },
  needed: 3,
  date: { kind: 'met', by: '2024-09' },
  kept: [],
} as const
const kept = {
  from: '2024-04',
  until: '2025-08',
  periods: 17,
  endedIn: '2025-09',
  endedBy: 'missed',
} as const
const off = { ...told, distance: -1, lately: { met: 0, of: 1, since: 'date', isWhole: true } } as const
const lost: SuccessState = { kind: 'lost', ...off, kept: [kept] }
const again: SuccessState = { kind: 'met-again', since: '2025-08', periods: 2, ...told, kept: [kept] }

describe('a promise of which the past is hidden', () => {
  it('is said of the latest figure what both sets of figures show', () => {
    const open = { kind: 'unknown', reason: 'partly-shown', period: '2025-09' }
    expect(alignSuccess({ kind: 'not-met', ...off }, lost, '2025-09')).toMatchObject({
      ...open,
      latestMeets: false,
    })
    const since: SuccessState = { kind: 'not-sustained-yet', since: '2025-08', periods: 2, ...told }
    expect(alignSuccess(since, again, '2025-09')).toMatchObject({ ...open, latestMeets: true })
    expect(alignSuccess(since, lost, '2025-09')).toMatchObject({ ...open, latestMeets: null })
  })

  it('keeps the figure that leaves it open, which need not be the latest', () => {
    const hidden: SuccessState = {
      kind: 'unknown',
      latestMeets: true,
      reason: 'rounded',
      period: '2025-04',
      date: told.date,
      kept: [],
    }
    expect(alignSuccess(hidden, again, '2025-09')).toMatchObject({
      latestMeets: true,
      reason: 'rounded',
      period: '2025-04',
    })
  })

  it('is met now for both, whatever withheld figures hide of what was kept before', () => {
    const met: SuccessState = {
      kind: 'met',
      since: '2025-07',
      periods: 3,
      provisional: 0,
      ...told,
    }
    expect(alignSuccess(met, { ...met, kept: [kept] }, '2025-09')).toEqual(met)
  })

  it('is told whole where nothing is hidden', () => {
    expect(alignSuccess(lost, lost, '2025-09')).toEqual(lost)
  })

  it('was kept up at a time that officers read of, or nothing is told of it', () => {
    const shorter: SuccessState = { ...lost, kept: [{ ...kept, from: '2024-08', periods: 13 }] }
    expect(alignSuccess(shorter, lost, '2025-09')).toEqual(shorter)
    const other: SuccessState = { ...lost, kept: [{ ...kept, from: '2024-02', until: '2024-06' }] }
    expect(alignSuccess(other, lost, '2025-09')).toMatchObject({ kind: 'unknown', kept: [] })
  })

  it('missed its date, and no more is told, where another figure shows it to officers', () => {
    const missedBy = (period: string): SuccessState => ({
      kind: 'missed',
      ...off,
      periods: 0,
      date: {
        kind: 'missed',
        by: '2024-12',
        figure: { period, value: 9, provisional: false },
        distance: 1,
        periods: 0,
        needed: 3,
      },
    })
    expect(alignSuccess(missedBy('2024-11'), missedBy('2024-12'), '2025-09')).toMatchObject({
      kind: 'missed',
      date: { kind: 'missed', isBare: true },
    })
    expect(alignSuccess(missedBy('2024-12'), missedBy('2024-12'), '2025-09')).toEqual(missedBy('2024-12'))
  })
})
