import { describe, expect, it } from 'vitest'
import { layOutSparkline } from '../../../../src/charts/sparkline/sparkline.ts'
import { aRowAnalysis } from '../../../support/a-row.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const segment = { from: '', to: '', mean: 0, lower: 0, upper: 0, isTrial: false, reason: null }

const lay = (values: (number | null)[], target: number | null = null) =>
  layOutSparkline(aSeries(values).points, target)

describe('layOutSparkline', () => {
  it('runs from left to right, the lowest at the bottom and the highest at the top', () => {
    // 36 months span 4 to 136 px; the last two are a month apart
    expect(lay([...Array(34).fill(20), 10, 30]).paths[0]).toMatch(/^M4 20L.*L136 6$/)
    expect(lay([10, 30]).last).toEqual({ x: 136, y: 6, mark: null, isProvisional: false })
  })

  it('breaks the line at a missing month, and keeps a lone month as a dot', () => {
    const { paths, dots } = lay([1, 2, null, 3, null, 4, 5])
    expect([paths.length, dots.length]).toEqual([2, 1])
  })

  it('breaks the line where a month is not even in the list', () => {
    const [first, , third] = aSeries([1, 2, 3]).points
    const points = [first ?? aPoint(), third ?? aPoint()]
    expect(layOutSparkline(points, null)).toMatchObject({ paths: [], dots: [{}, {}] })
  })

  it('marks no last point where the last month is missing', () => {
    expect(lay([1, 2, null]).last).toBeNull()
  })

  it('draws a target on its scale while it is near, and on the edge with an arrow when it is far', () => {
    expect(lay([10, 20], 25).target).toEqual({ y: 6, beyond: null })
    expect(lay([10, 20], 500).target).toEqual({ y: 1, beyond: 'above' })
    expect(lay([110, 120], 10).target).toEqual({ y: 39, beyond: 'below' })
  })

  it('is not flattened by one figure out of all proportion, which stands at the edge with an arrow', () => {
    const usual = Array.from({ length: 20 }, (_, index) => 24 + (index % 4) * 4)
    const { paths, beyond } = lay([...usual, 9_000, ...usual])
    // 24 to 36 have the whole height: 34 to 6 px
    expect(paths[0]).toContain(' 34L')
    expect(beyond).toMatch(/^M[\d.]+ 5L[\d.]+ 0L[\d.]+ 5Z$/)
    expect(lay(usual).beyond).toBe('')
  })

  it('draws a level line in the middle', () => {
    expect(lay([5, 5]).last?.y).toBe(20)
  })

  it('breaks the line where the definition changed, and marks the place', () => {
    const { points } = aSeries([1, 2, 3, 4])
    const broken = layOutSparkline(points, null, [{ date: '2025-08-01', title: 'New form' }])
    expect([broken.paths.length, broken.breaks.length]).toEqual([2, 1])
  })

  it('draws nothing of nothing', () => {
    expect(lay([null, null], 10)).toMatchObject({
      paths: [],
      dots: [],
      last: null,
      target: null,
      ribbon: '',
      signals: [],
    })
  })

  it('knows a provisional last point', () => {
    const points = [aPoint({ provisional: true })]
    expect(layOutSparkline(points, null).last?.isProvisional).toBe(true)
  })

  it('takes the usual range into its scale, and draws it as a ribbon with two edges', () => {
    const analysis = aRowAnalysis()
    const { ribbon, limits } = layOutSparkline(aSeries([300, 320]).points, null, [], {
      ...analysis,
      segments: [{ ...segment, from: '2025-08', to: '2025-09', lower: 280, upper: 360 }],
    })
    // the upper limit is the top of the plot, the lower one its bottom
    expect(ribbon).toMatch(/^M[\d.]+ 6H136V34H[\d.]+Z$/)
    expect(limits).toMatch(/^M[\d.]+ 6H136M[\d.]+ 34H136$/)
  })

  it('draws no limit below nothing', () => {
    const { ribbon } = layOutSparkline(aSeries([0, 10]).points, null, [], {
      segments: [{ ...segment, from: '2025-08', to: '2025-09', lower: -20, upper: 20 }],
      special: [],
    })
    // zero stays at the bottom
    expect(ribbon).toContain('V34H')
  })

  it('marks special causes by shape, and the last one with the last point', () => {
    const { signals, last } = layOutSparkline(aSeries([1, 9, 10]).points, null, [], {
      segments: [],
      special: [
        { period: '2025-08', cause: 'Above UCL', type: 'special_cause_concern' },
        { period: '2025-09', cause: 'Above UCL', type: 'special_cause_concern' },
      ],
    })
    expect(signals).toMatchObject([{ mark: 'concern', path: expect.stringMatching(/^M[^M]+Z$/) }])
    expect(last?.mark).toBe('concern')
  })
})
