import { describe, expect, it } from 'vitest'
import type { Risk } from '../../../../src/domain/plans/plan.ts'
import { buildRiskRows } from '../../../../src/features/plan/risk-rows.ts'

function aRisk(id: string, reviews: Risk['reviews']): Risk {
  return {
    id,
    title: 'A provider fails',
    ownerRole: 'Head',
    kpi: null,
    targetLikelihood: 2,
    targetImpact: 3,
    reviews,
  }
}

const june = { reviewedOn: '2025-06-02', likelihood: 2, impact: 3, note: 'Quiet.' }
const september = { reviewedOn: '2025-09-02', likelihood: 3, impact: 4, note: 'Worse.' }
const november = { reviewedOn: '2025-11-03', likelihood: 5, impact: 5, note: 'Not yet known.' }

describe('risks', () => {
  it('are scored by their latest review up to the day of the edition, against their target', () => {
    const [row] = buildRiskRows([aRisk('R01', [june, september, november])], [], '2025-10-06')
    expect(row?.now?.score).toBe(12)
    expect(row?.target.score).toBe(6)
    expect(row?.standing).toBe('6 above target')
    expect(row?.reviews.map(({ note }) => note)).toEqual(['Worse.', 'Quiet.'])
  })

  it('come with the highest score first, and those not yet reviewed last', () => {
    const rows = buildRiskRows(
      [aRisk('R01', []), aRisk('R02', [june]), aRisk('R03', [september])],
      [],
      '2025-10-06',
    )
    expect(rows.map(({ id, standing }) => [id, standing])).toEqual([
      ['R03', '6 above target'],
      ['R02', 'at target'],
      ['R01', 'not yet reviewed'],
    ])
  })
})
