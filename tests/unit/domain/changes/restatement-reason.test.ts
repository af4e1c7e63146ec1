import { describe, expect, it } from 'vitest'
import { restatementReason } from '../../../../src/domain/changes/restatement-reason.ts'

const register = { id: 'dp-pa-register', name: 'Personal assistants on register' }
const reason =
  'Personal assistants on the register in the quarter January to March 2025 are restated, fewer than before: registrations that had lapsed were counted.'

describe('restatementReason', () => {
  it('takes the sentence of the note that names the measure and speaks of a restatement', () => {
    expect(restatementReason(register, `June is final. ${reason} Illustrative data.`, [])).toBe(reason)
  })

  it('takes no sentence about another measure, and none that names the measure for another cause', () => {
    const list = { id: 'ot-waiting', name: 'Waiting for OT assessment' }
    expect(restatementReason(list, reason, [])).toBeNull()
    expect(
      restatementReason(list, 'The figure of people waiting for an OT assessment is late.', []),
    ).toBeNull()
    expect(restatementReason(list, null, [])).toBeNull()
  })

  it('takes the reason of a definition break recorded with it, where the note gives none', () => {
    const recorded = [
      { kpi: 'dp-pa-register', kind: 'band', reason: 'A campaign.' },
      { kpi: 'dp-pa-register', kind: 'definition-break', reason: 'Agencies are no longer counted.' },
    ] as const
    expect(restatementReason(register, null, recorded)).toBe('Agencies are no longer counted.')
  })
})
