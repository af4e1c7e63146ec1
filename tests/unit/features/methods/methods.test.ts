import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../../src/domain/measures/format.ts'
import { protectExamples } from '../../../../src/features/methods/disclosure-examples.ts'
import {
  forecastEvidence,
  notLikelyEvidence,
  signalEvidence,
} from '../../../../src/features/methods/evidence.ts'
import { judgeExamples } from '../../../../src/features/methods/milestone-examples.ts'
import { judgePicture, signalPictures } from '../../../../src/features/methods/signal-pictures.ts'
import { chooseWorkedExample } from '../../../../src/features/methods/worked-example.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aSeries } from '../../../support/a-series.ts'

describe('the pictures of signals', () => {
  it.each(signalPictures)('$title: the rules mark it, and no other sign', (picture) => {
    const { causes, limits } = judgePicture(picture)
    expect(limits).not.toBeNull()
    expect(causes.toSorted()).toEqual([picture.cause, 'Common Cause'].toSorted())
  })
})

describe('examples of the rules', () => {
  it('show every colour of a milestone', () => {
    expect(judgeExamples().map(({ brag }) => brag)).toEqual([
      'green',
      'amber',
      'red',
      'red',
      'red',
      'amber',
      'blue',
      'grey',
    ])
  })

  it('withhold small counts and what would give them away', () => {
    expect(protectExamples().map(({ exact, shown }) => `${exact}: ${shown}`)).toEqual([
      '0: 0',
      '3: withheld [c]',
      '7: 5',
      '412: 410',
      '28 of 64 (43.8%): 44%',
      '3 of 40 (7.5%): withheld [c]',
      '38 of 40 (95.0%): withheld [c]',
      '9 of 15 (60.0%): withheld [c]',
    ])
  })
})

describe('what was measured of the methods', () => {
  const calculations = readFileSync('docs/calculations.md', 'utf8')
  const shares = [
    ...forecastEvidence.map(
      ({ held80, held95 }) => `(${formatNumber(held80, 1)}%, ${formatNumber(held95, 1)}%)`,
    ),
    ...signalEvidence.map(({ found }) => `| ${formatNumber(found, 1)}% |`),
  ]

  it.each(notLikelyEvidence)('$source: $notMet% and $notKept% stand in one row of a table there', (row) => {
    const [notMet, notKept] = [row.notMet, row.notKept].map((share) => `| ${formatNumber(share, 1)}% |`)
    const held = calculations
      .split('\n')
      .filter((line) => line.includes(notMet ?? '') && line.endsWith(notKept ?? ''))
    expect(held).not.toEqual([])
  })

  it.each(shares)('%s is as the tables of docs/calculations.md have it', (share) => {
    expect(calculations).toContain(share)
  })
})

describe('the worked example', () => {
  // they add up to 308, and their 13 differences (2 1 4 3 2 2 1 4 3 2 2 1 4) to 31
  const values = [20, 22, 21, 25, 22, 20, 22, 21, 25, 22, 20, 22, 21, 25]
  const points = aSeries(values)
  const segment = {
    from: '2024-08',
    to: '2025-09',
    mean: 22,
    lower: 22 - (2.66 * 31) / 13,
    upper: 22 + (2.66 * 31) / 13,
  }
  const limits = { ...segment, isTrial: false, reason: null }

  it('shows every sum on the way to the limits that the edition shows', () => {
    const row = aScorecardRow({ series: points, analysis: aRowAnalysis({ segments: [limits] }) })
    const example = chooseWorkedExample([row])
    expect(example?.months.slice(0, 3).map(({ range }) => range)).toEqual([null, 2, 1])
    expect(example?.mean).toBeCloseTo(22, 10)
    expect(example?.lower).toBeCloseTo(limits.lower, 10)
  })

  it('passes over a series whose sums come to other limits', () => {
    const other = { ...limits, lower: limits.lower - 1 }
    const row = aScorecardRow({ series: points, analysis: aRowAnalysis({ segments: [other] }) })
    expect(chooseWorkedExample([row])).toBeNull()
  })

  it('is missing where no row has limits', () => {
    expect(chooseWorkedExample([])).toBeNull()
  })
})
