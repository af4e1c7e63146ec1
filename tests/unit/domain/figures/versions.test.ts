import { describe, expect, it } from 'vitest'
import { type FigureVersion, figureKey } from '../../../../src/domain/figures/figure.ts'
import { standsIn, versionFigures } from '../../../../src/domain/figures/versions.ts'
import { aFigure, aVersion } from '../../../support/a-figure.ts'

const standing = (...versions: FigureVersion[]) =>
  new Map(versions.map((version) => [figureKey(version), version]))

describe('versionFigures', () => {
  it('stores nothing again for a figure that was read again and has not changed', () => {
    const again = aFigure({ asAt: '2025-10-06' })
    expect(versionFigures(2, standing(aVersion()), [again])).toEqual({ closed: [], opened: [] })
  })

  it('opens a new figure with the edition that brings it', () => {
    const { closed, opened } = versionFigures(2, standing(), [aFigure()])
    expect(closed).toEqual([])
    expect(opened).toEqual([aVersion({ firstEdition: 2 })])
  })

  it('marks a restated final figure as revised, with the value that it replaced', () => {
    const { closed, opened } = versionFigures(3, standing(aVersion({ value: 408 })), [
      aFigure({ value: 399 }),
    ])
    expect(closed).toEqual([aVersion({ value: 408, lastEdition: 2 })])
    expect(opened).toEqual([aVersion({ value: 399, revised: true, previousValue: 408, firstEdition: 3 })])
  })

  it('does not call a provisional figure that settles a revision', () => {
    const before = aVersion({ value: 309, provisional: true })
    const { opened } = versionFigures(2, standing(before), [aFigure({ value: 311 })])
    expect(opened).toEqual([aVersion({ value: 311, revised: false, previousValue: null, firstEdition: 2 })])
  })

  it('keeps the mark of an earlier revision when only the status changes later', () => {
    const before = aVersion({ revised: true, previousValue: 408, provisional: true })
    const { opened } = versionFigures(4, standing(before), [aFigure()])
    expect(opened[0]).toMatchObject({ revised: true, previousValue: 408 })
  })

  it('does not call the arrival of a missing figure a revision', () => {
    const before = aVersion({ value: null, availability: 'missing' })
    const { opened } = versionFigures(2, standing(before), [aFigure()])
    expect(opened[0]).toMatchObject({ revised: false, previousValue: null, value: 312 })
  })
})

describe('standsIn', () => {
  it('holds from the first edition to the last, both included', () => {
    const version = { firstEdition: 2, lastEdition: 3 }
    expect([1, 2, 3, 4].map((edition) => standsIn(version, edition))).toEqual([false, true, true, false])
  })

  it('holds for every later edition until it is replaced', () => {
    expect(standsIn({ firstEdition: 2, lastEdition: null }, 99)).toBe(true)
  })
})
