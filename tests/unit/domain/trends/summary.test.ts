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

  it('calls no figure the latest beside a newer one that is overdue, nor where the series goes on', () => {
    const kpi = aDescribedKpi()
    const points = buildPoints(
      kpi,
      aSeries([915, 902, 705, 695]),
      { from: '2025-06', to: '2025-09' },
      noYardsticks,
    )
    const told = (isEarlier: boolean, overdueSince: string | null) =>
      summariseTrend(kpi, points, null, { isEarlier, overdueSince })
    expect(told(false, null)).toContain(' Latest figure: 30 Sep 2025: 695')
    expect(told(false, '2025-11-05')).toMatch(
      /The last figure received: 30 Sep 2025: 695.*\. A newer figure was due on 5 Nov 2025 and is overdue\./,
    )
    expect(told(true, '2025-11-05')).toMatch(/The last figure shown: 30 Sep 2025: 695/)
    expect(told(true, '2025-11-05')).not.toMatch(/atest figure|overdue/)
  })

  it('judges no figure beside a newer one that is overdue, and says nothing of now of months that are behind', () => {
    const kpi = aDescribedKpi()
    const limits = { from: '2025-06', to: '2025-09', mean: 804, lower: 650, upper: 950 }
    const segment = { ...limits, isTrial: false, reason: null }
    const points = buildPoints(
      kpi,
      aSeries([915, 902, 705, 695]),
      { from: '2025-06', to: '2025-09' },
      { ...noYardsticks, variation: { segments: [segment], special: [] } },
    )
    const ahead = { period: '2026-03', median: 600, lower80: 500, upper80: 700, lower95: 450, upper95: 750 }
    const reason = 'The latest figure is overdue, so recent change is not judged.'
    const notJudged = { because: 'overdue', reason } as const
    const analysis = { segments: [segment], forecast: [ahead], notJudged }
    const told = (isEarlier: boolean, overdueSince: string | null) =>
      summariseTrend(kpi, points, analysis, { isEarlier, overdueSince })
    expect(told(false, '2025-11-05')).toMatch(
      /695 people waiting\. A newer figure was due on 5 Nov 2025 and is overdue, so recent change is not judged\. Limits/,
    )
    expect(told(true, null)).toMatch(/695 people waiting; limits/)
    expect(told(true, null)).not.toMatch(/not judged|If nothing changes/)
  })
})
