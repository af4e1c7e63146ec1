import { describe, expect, it } from 'vitest'
import { judgeTarget } from '../../../../../src/domain/trends/facts/target-verdict.ts'
import { buildPoints } from '../../../../../src/domain/trends/points.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'

const kpi = aDescribedKpi({
  unit: 'percent',
  aggregation: 'W',
  direction: 'up',
  decimals: 1,
  targets: [{ from: '2024-04', value: 97, lower: null, upper: null, by: null, setBy: 'Board' }],
})
const points = buildPoints(
  kpi,
  aSeries([98.5, 98.7]),
  { from: '2025-08', to: '2025-09' },
  { targets: kpi.targets, trajectory: null, variation: null },
)
const analysis = { assurance: 'consistent_pass', claim: { kind: 'reliably-met' }, segments: [] } as const

describe('judgeTarget', () => {
  it('says of which level the range is that it judges by, where limits of the whole stretch stand beside it', () => {
    const level = { since: '2024-03', mean: 98.3, lower: 97.44, upper: 99.17 }
    const { rule } = judgeTarget(kpi, points.at(-1), '2025-10-06', { ...analysis, segments: [], level })
    expect(rule).toContain(
      'The whole usual range since Mar 2024 (97.4% to 99.2%) lies on the right side of it.',
    )
    const close = { ...level, lower: 97.04 }
    // 97.0% would look like the target
    const hidden = judgeTarget({ ...kpi, decimals: 0 }, points.at(-1), '2025-10-06', {
      ...analysis,
      segments: [],
      level: close,
    })
    expect(hidden.rule).toContain('(97.0% to 99.2%)')
    const plain = judgeTarget(kpi, points.at(-1), '2025-10-06', { ...analysis, segments: [] })
    expect(plain.rule).toContain('The whole usual range lies on the right side of it.')
  })
})
