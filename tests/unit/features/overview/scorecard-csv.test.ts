import { describe, expect, it } from 'vitest'
import { writeScorecardCsv } from '../../../../src/features/overview/scorecard-csv.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aSeries } from '../../../support/a-series.ts'

const about = {
  edition: {
    number: 5,
    label: 'September 2025',
    publishedAt: '2025-10-15T09:00:00Z',
    dataAsAt: '2025-10-06',
    note: null,
    supersededBy: null,
    withdrawn: false,
  },
  organisation: {
    name: 'Ealing',
    service: 'Adult social care',
    illustrative: true,
    marking: 'OFFICIAL',
    timezone: 'Europe/London',
  },
  audience: 'protected',
}
const linesOf = (row = aScorecardRow()) =>
  writeScorecardCsv([buildRow(row, '2025-10-06')], about).split('\r\n')

describe('writeScorecardCsv', () => {
  it('says above the figures whose they are, of which edition, for whom, and that they are invented', () => {
    expect(linesOf().slice(0, 6)).toEqual([
      'Scorecard,"Adult social care, Ealing"',
      'Edition,"5, September 2025"',
      'Data as at,2025-10-06',
      'Figures,"protected: small numbers withheld, counts rounded"',
      'Marking,OFFICIAL',
      'Status,Illustrative data: invented figures',
    ])
  })

  it('gives differences as numbers, without the noise of binary fractions', () => {
    // 72 - 70.8 is 1.2000000000000028 to a computer
    const row = aScorecardRow({ unit: 'percent', decimals: 1, series: aSeries([70.8, 72]) })
    expect(linesOf(row)[8]).toContain(',72,30 Sep 2025,1.2,')
  })

  it('makes a name harmless that a spreadsheet would take for a formula', () => {
    expect(linesOf(aScorecardRow({ name: '=1+1' }))[8]).toContain(",'=1+1,")
  })

  it('gives variation, usual range, assurance and the finding', () => {
    const line = linesOf(aScorecardRow({ analysis: aRowAnalysis({ assurance: 'consistent_fail' }) }))[8]
    expect(line).toContain(',No evidence of real change,277,317,357,target 150,Reliably misses,')
    expect(line).toMatch(/there is no evidence of real change\."?$/)
  })
})
