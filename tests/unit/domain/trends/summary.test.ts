import { describe, expect, it } from 'vitest'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import { buildPoints, noYardsticks } from '../../../../src/domain/trends/points.ts'
import { summariseTrend } from '../../../../src/domain/trends/summary.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

describe('summariseTrend', () => {
  const summary = (breaks: DescribedKpi['breaks']) => {
    const kpi = aDescribedKpi({ breaks })
    const span = { from: '2025-06', to: '2025-09' }
    return summariseTrend(kpi, buildPoints(kpi, aSeries([915, 902, 705, 695]), span, noYardsticks), null)
  }

  it('tells the lowest and the highest of what is shown', () => {
    expect(summary([])).toContain(' Lowest 695 (30 Sep 2025), highest 915 (30 Jun 2025).')
  })

  it('calls nothing the highest that was counted by another definition', () => {
    expect(summary([{ date: '2025-08-01', title: 'New count', reason: 'Telecare is left out' }])).toContain(
      ' Since the definition changed: lowest 695 (30 Sep 2025), highest 705 (31 Aug 2025).',
    )
  })
})
