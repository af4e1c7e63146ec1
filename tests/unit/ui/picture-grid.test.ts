import { describe, expect, it } from 'vitest'
import { fitPictures } from '../../../src/ui/PictureGrid.tsx'

const picture = { width: 240, height: 104 }

describe('fitPictures', () => {
  it('draws pictures as large as they are where all have room', () => {
    expect(fitPictures(4, picture, { width: 504, height: 280 })).toEqual({ columns: 2, shown: 4, scale: 1 })
  })

  it('draws them smaller rather than leave one out', () => {
    const { columns, shown, scale } = fitPictures(6, picture, { width: 640, height: 302 })
    expect([columns, shown]).toEqual([3, 6])
    expect(scale).toBeLessThan(1)
    expect(scale).toBeGreaterThanOrEqual(0.8)
  })

  it('leaves out what has no room at the smallest size, and keeps a line to say so', () => {
    const { columns, shown, scale } = fitPictures(11, picture, { width: 640, height: 302 })
    expect(shown).toBeLessThan(11)
    expect(shown % columns).toBe(0)
    expect((shown / columns) * 140 * scale).toBeLessThanOrEqual(302 - 20 + 12)
  })
})
