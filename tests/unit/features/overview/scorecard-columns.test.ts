import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/domain/exports/csv.ts'
import { scorecardColumns } from '../../../../src/features/overview/scorecard-columns.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aSeries } from '../../../support/a-series.ts'

const lineOf = (row = aScorecardRow()) =>
  writeCsv([scorecardColumns.map(({ text }) => text(buildRow(row, '2025-10-06')))])

describe('scorecardColumns', () => {
  it('gives differences as numbers, without the noise of binary fractions', () => {
    // 72 - 70.8 is 1.2000000000000028 to a computer
    const row = aScorecardRow({ unit: 'percent', decimals: 1, series: aSeries([70.8, 72]) })
    expect(lineOf(row)).toContain(',72,30 Sep 2025,1.2,')
  })

  it('makes a name harmless that a spreadsheet would take for a formula', () => {
    expect(lineOf(aScorecardRow({ name: '=1+1' }))).toContain(",'=1+1,")
  })

  it('gives variation, usual range, assurance and the finding', () => {
    const line = lineOf(aScorecardRow({ analysis: aRowAnalysis({ assurance: 'consistent_fail' }) }))
    expect(line).toContain(',No evidence of real change,277,317,357,target 150,Reliably misses,')
    expect(line).toMatch(/there is no evidence of real change\."?\r\n$/)
  })

  it('gives the usual range with two decimals more than the measure has', () => {
    const analysis = aRowAnalysis()
    const segments = analysis.segments.map((one) => ({ ...one, lower: 84.79812345 }))
    expect(lineOf(aScorecardRow({ analysis: { ...analysis, segments } }))).toContain(',84.8,317,')
  })
})
