import { describe, expect, it } from 'vitest'
import { MultipleMarks } from '../../../../src/charts/multiples/MultipleMarks.tsx'
import { multipleScales } from '../../../../src/charts/multiples/multiple-layout.ts'
import type { SpecialPoint } from '../../../../src/domain/analysis/edition-analysis.ts'
import type { JudgedPart } from '../../../../src/domain/analysis/judge-part.ts'
import { buildMultiples } from '../../../../src/domain/trends/parts/small-multiples.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { endOf } from '../../../support/a-trend.ts'
import { drawMarks, ofClass, pathsOf, wordsOf } from '../../../support/drawn-marks.ts'

const town = {
  id: 'town',
  label: 'Town',
  members: ['Acton', 'Hanwell'].map((id) => ({ id, label: id, level: null })),
}
const span = { from: '2025-04', to: '2025-09' }
const stretch = {
  from: '2025-04',
  to: '2025-09',
  mean: 42,
  lower: 38,
  upper: 46,
  isTrial: false,
  reason: null,
}
const part = (changes: Partial<JudgedPart> = {}): JudgedPart => ({
  ...{ segments: [stretch], special: [], variation: 'common_cause', notJudged: null },
  ...changes,
})
const standsOut = (period: string, type: SpecialPoint['type']) =>
  part({ special: [{ period, type, cause: 'Above UCL' }] })

function drawn(
  judged: JudgedPart,
  values: (number | null)[] = [40, 41, null, 43, null, 44],
  provisional = false,
) {
  const acton = aSeries(values, { dimension: 'town', member: 'Acton' })
  const points = acton.points.map((point) => (point.period === '2025-09' ? { ...point, provisional } : point))
  const hanwell = aSeries(Array(6).fill(80), { dimension: 'town', member: 'Hanwell' })
  const model = buildMultiples(aDescribedKpi(), town, [{ ...acton, points }, hanwell], span, {
    judged: new Map([['Acton', judged]]),
    flagged: [],
  })
  const multiple = model?.multiples.find(({ member }) => member === 'Acton')
  if (!model || !multiple) throw new Error('there is no such member')
  const picture = <MultipleMarks multiple={multiple} model={model} />
  return { marks: drawMarks(picture), words: wordsOf(picture), ...multipleScales(model) }
}

describe('one of several small charts', () => {
  it('breaks its line at a gap, and shows a month that stands alone', () => {
    const { marks, x } = drawn(part())
    const lines = pathsOf(marks, 'line')
    expect(lines[0]?.match(/[ML]/g)).toEqual(['M', 'L'])
    expect(lines.filter((line) => line?.includes('L'))).toHaveLength(1)
    expect(ofClass(marks, 'dot').map(({ attributes }) => attributes.cx)).toContain(
      String(x(endOf('2025-07'))),
    )
  })

  it('has limits and mean of its own member on the scale that all share', () => {
    const { marks, y } = drawn(part())
    expect(pathsOf(marks, 'limit').map((d) => d?.split(/[ H]/)[1])).toEqual([`${y(46)}`, `${y(38)}`])
    expect(pathsOf(marks, 'mean')[0]).toContain(` ${y(42)}H`)
    expect(ofClass(marks, 'ribbon')).toHaveLength(1)
  })

  it('has no range where none was judged', () => {
    expect(ofClass(drawn(part({ segments: [] })).marks, 'ribbon')).toEqual([])
  })

  it('ends with a filled dot, which is hollow while the figure is provisional', () => {
    expect(drawn(part()).marks.at(-1)).toMatchObject({ classes: ['dot'], attributes: { r: '3.5' } })
    expect(drawn(part(), undefined, true).marks.at(-1)).toMatchObject({ classes: ['hollow'] })
  })

  it('shows no latest figure where the last month is missing', () => {
    expect(
      drawn(part(), [40, 41, 42, 43, 44, null]).marks.filter(({ attributes }) => attributes.r === '3.5'),
    ).toEqual([])
  })

  it.each([
    ['special_cause_improvement', 'disc'],
    ['special_cause_concern', 'diamond'],
    ['special_cause_neutral_high', 'square'],
  ] as const)('marks %s as a %s', (type, shape) => {
    const { marks } = drawn(standsOut('2025-07', type))
    expect(ofClass(marks, shape)).toHaveLength(1)
    expect(marks.filter(({ classes }) => /disc|diamond|square/.test(classes.join()))).toHaveLength(1)
  })

  it('keeps the shape of a latest figure that stands out, hollow while it is provisional: no dot covers it', () => {
    const concern = standsOut('2025-09', 'special_cause_concern')
    expect(drawn(concern).marks.at(-1)?.classes).toEqual(['diamond'])
    expect(drawn(concern, undefined, true).marks.at(-1)?.classes).toEqual(['diamond', 'hollowSignal'])
  })

  it('names its first month and its last', () => {
    expect(drawn(part()).words.slice(-2)).toEqual(['30 Apr 2025', '30 Sep 2025'])
  })
})
