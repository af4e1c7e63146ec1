import { describe, expect, it } from 'vitest'
import { describeDataQuality } from '../../../../src/domain/data-quality/data-quality.ts'
import { writeQualityFinding, writeQualityStandfirst } from '../../../../src/features/data/quality-finding.ts'
import { qualityRows } from '../../../../src/features/data/quality-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const kpis = [
  aDescribedKpi(),
  aDescribedKpi({
    id: 'financial-waiting',
    name: 'Awaiting financial assessment',
    latestPeriod: '2025-08',
    due: '2025-10-03',
  }),
  aDescribedKpi({ id: 'sg-concerns', theme: 'safeguarding' }),
]
const headlines = [
  aSeries([300, null, 309]),
  aSeries([200, 210], { kpi: 'financial-waiting', last: '2025-08' }),
  aSeries([100, 101], { kpi: 'sg-concerns' }),
]
const quality = describeDataQuality(kpis, { headlines, revised: [], lastChanged: new Map() }, '2025-10-06')

describe('qualityRows', () => {
  it('put the overdue measure first and name what is awaited and missing', () => {
    const rows = qualityRows(quality, {})
    expect(rows.map(({ kpi }) => kpi)).toEqual(['financial-waiting', 'ot-waiting', 'sg-concerns'])
    expect(rows[0]).toMatchObject({
      isOverdue: true,
      state: 'Overdue: Sep 2025; counts as unknown',
      complete: '2 of 3',
      missing: 'Missing: Sep 2025',
    })
    expect(rows[1]).toMatchObject({ state: 'Not yet due', missing: 'Missing: Aug 2025', revisions: 'None' })
  })

  it('are those of the theme and the want that the address names', () => {
    expect(qualityRows(quality, { theme: 'safeguarding' }).map(({ kpi }) => kpi)).toEqual(['sg-concerns'])
    expect(qualityRows(quality, { show: 'overdue' }).map(({ kpi }) => kpi)).toEqual(['financial-waiting'])
    expect(qualityRows(quality, { show: 'revised' })).toEqual([])
  })
})

describe('the words over data quality', () => {
  it('count the overdue as unknown, name them and their due date', () => {
    expect(writeQualityFinding(quality)).toBe(
      'One of 3 measures is overdue and counts as unknown; two have a period missing',
    )
    expect(writeQualityStandfirst(quality)).toBe(
      'Overdue: Awaiting financial assessment, due on 3 Oct 2025. Until it comes, the overview counts the measure as unknown, never as good, and the period is missing. No final figure has been restated.',
    )
  })

  it('say of a measure that lacks several periods that it does', () => {
    const lacking = describeDataQuality(
      [aDescribedKpi()],
      { headlines: [aSeries([309, null, null, 312])], revised: [], lastChanged: new Map() },
      '2025-10-06',
    )
    expect(writeQualityFinding(lacking)).toMatch(/; one has periods missing$/)
  })

  it('say that all is there where it is', () => {
    const whole = describeDataQuality(
      [aDescribedKpi()],
      { headlines: [aSeries([309])], revised: [], lastChanged: new Map() },
      '2025-10-06',
    )
    expect(writeQualityFinding(whole)).toBe('No measure is overdue; no period is missing')
  })
})
