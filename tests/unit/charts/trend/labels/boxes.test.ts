import { describe, expect, it } from 'vitest'
import { boxOfLabel, firstFit, overlaps, spreadApart } from '../../../../../src/charts/trend/labels/boxes.ts'

describe('spreadApart', () => {
  it('leaves labels alone that are far enough apart', () => {
    expect(spreadApart([20, 100], 18, 0, 200)).toEqual([20, 100])
  })

  it('moves two that meet by half each', () => {
    // mean 101, half a gap of 9 either side
    expect(spreadApart([100, 102], 18, 0, 200)).toEqual([92, 110])
  })

  it('keeps the order given when values are equal', () => {
    expect(spreadApart([50, 50, 50], 10, 0, 200)).toEqual([40, 50, 60])
  })

  it('stays inside its room', () => {
    expect(spreadApart([198, 199], 18, 0, 200)).toEqual([182, 200])
  })
})

describe('firstFit', () => {
  const bounds = { left: 0, right: 100, top: 0, bottom: 100 }
  const spot = (x: number, y: number) => ({ text: 'abc', x, y, anchor: 'start' as const })

  it('takes the first spot that is free and inside', () => {
    const taken = [boxOfLabel(spot(10, 50), 14)]
    expect(firstFit([spot(10, 50), spot(95, 50), spot(10, 80)], taken, bounds, 14)?.spot).toEqual(
      spot(10, 80),
    )
  })

  it('is null where nothing fits', () => {
    expect(firstFit([spot(90, 50)], [], bounds, 14)).toBeNull()
  })

  it('lets boxes touch at an edge', () => {
    const box = { left: 0, right: 10, top: 0, bottom: 10 }
    expect(overlaps(box, { ...box, left: 10, right: 20 })).toBe(false)
  })
})
