import { describe, expect, it } from 'vitest'
import { restatementReason } from '../../../../src/domain/changes/restatement-reason.ts'

const register = { id: 'dp-pa-register', name: 'Personal assistants on register' }
const reason =
  'Personal assistants on the register in the quarter January to March 2025 are restated, fewer than before: registrations that had lapsed were counted.'

const list = { id: 'ot-waiting', name: 'Waiting for OT assessment' }
const reasonFor = (
  measure: { id: string; name: string },
  note: string | null,
  recorded: Parameters<typeof restatementReason>[2] = [],
  others: readonly { id: string; name: string }[] = [register, list],
) => restatementReason({ measure, period: '2025-02' }, note, recorded, others)

describe('restatementReason', () => {
  it('takes the sentence of the note that names the measure and speaks of a restatement', () => {
    expect(reasonFor(register, `June is final. ${reason} Illustrative data.`)).toBe(reason)
  })

  it('takes no sentence about another measure, and none that names the measure for another cause', () => {
    expect(reasonFor(list, reason)).toBeNull()
    expect(reasonFor(list, 'The figure of people waiting for an OT assessment is late.')).toBeNull()
    expect(reasonFor(list, null)).toBeNull()
  })

  it('takes no sentence about a measure whose longer name holds this one, unless it names both', () => {
    const people = { id: 'waiting', name: 'People waiting' }
    const longer = { id: 'waiting-home', name: 'People waiting for home care' }
    const others = [people, longer]
    const ofLonger = 'People waiting for home care is corrected: a team had counted twice.'
    expect(reasonFor(people, ofLonger, [], others)).toBeNull()
    expect(reasonFor(longer, ofLonger, [], others)).toBe(ofLonger)
    const ofBoth = 'People waiting and people waiting for home care are corrected: a team had counted twice.'
    expect(reasonFor(people, ofBoth, [], others)).toBe(ofBoth)
  })

  it('takes no sentence that says that nothing was restated', () => {
    expect(reasonFor(list, 'Waiting for OT assessment is not restated before March.')).toBeNull()
    const cases = 'Waiting for OT assessment is corrected: cases that were not closed had been left out.'
    expect(reasonFor(list, cases)).toBe(cases)
  })

  it('takes the reason of a definition break recorded with it, where the note gives none', () => {
    const change = { kpi: 'dp-pa-register', change: 'added', start: '2025-01-01' } as const
    const recorded = [
      { ...change, kind: 'band', reason: 'A campaign.' },
      { ...change, kind: 'definition-break', reason: 'Agencies are no longer counted.' },
    ] as const
    expect(reasonFor(register, null, recorded)).toBe('Agencies are no longer counted.')
  })

  it('takes no reason of limits that start again, of a break taken back, or of one after the figure', () => {
    const change = { kpi: 'dp-pa-register', reason: 'Agencies are no longer counted.' } as const
    const of = (kind: 'rebaseline' | 'definition-break', how: 'added' | 'withdrawn', start: string) =>
      reasonFor(register, null, [{ ...change, kind, change: how, start }])
    expect(of('definition-break', 'added', '2025-02-15')).toBe('Agencies are no longer counted.')
    expect(of('rebaseline', 'added', '2025-01-01')).toBeNull()
    expect(of('definition-break', 'withdrawn', '2025-01-01')).toBeNull()
    expect(of('definition-break', 'added', '2025-03-01')).toBeNull()
  })
})
