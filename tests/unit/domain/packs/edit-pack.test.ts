import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addItem,
  joinPacks,
  moveGroup,
  moveItem,
  placeUnder,
  removeItem,
  renameGroup,
  writeLine,
} from '../../../../src/domain/packs/edit-pack.ts'
import { groupsOf, itemKey, type Pack, tidyPack } from '../../../../src/domain/packs/pack.ts'
import { aPackItem, aPackOf, placesOf } from '../../../support/a-pack.ts'

const keyOf = (kpi: string) => itemKey(aPackItem({ ref: { kpi } }))
const pack = aPackOf('A/a', 'A/b', 'B/c')
const moved = (kpi: string, step: -1 | 1, from: Pack = pack) => placesOf(moveItem(from, keyOf(kpi), step))

describe('adding to a pack', () => {
  it('puts a chart at the end of its agenda item', () => {
    const outcome = addItem(pack, aPackItem({ group: 'A', ref: { kpi: 'd' } }))
    expect(outcome.kind === 'added' && placesOf(outcome.pack)).toEqual(['A/a', 'A/b', 'A/d', 'B/c'])
  })

  it('holds a chart once, by what it shows', () => {
    expect(addItem(pack, aPackItem({ group: 'B', ref: { kpi: 'a' } }))).toEqual({ kind: 'known' })
    const other = aPackItem({ ref: { kpi: 'a', search: { range: '12' } } })
    expect(addItem(pack, other).kind).toBe('added')
  })

  it('ends at forty', () => {
    const full = aPackOf(...Array.from({ length: 40 }, (_, place) => `A/kpi-${place}`))
    expect(addItem(full, aPackItem())).toEqual({ kind: 'full' })
    expect(joinPacks(full, pack)).toEqual(full)
  })

  it('takes in of another pack what is not there yet', () => {
    expect(placesOf(joinPacks(pack, aPackOf('C/d', 'C/a')))).toEqual(['A/a', 'A/b', 'B/c', 'C/d'])
  })
})

describe('moving a chart', () => {
  it('goes one place within its agenda item', () => {
    expect(moved('b', -1)).toEqual(['A/b', 'A/a', 'B/c'])
    expect(moved('a', 1)).toEqual(['A/b', 'A/a', 'B/c'])
  })

  it('goes into the neighbouring agenda item at its edge, not past the neighbour', () => {
    expect(moved('c', -1)).toEqual(['A/a', 'A/b', 'A/c'])
    expect(moved('b', 1)).toEqual(['A/a', 'B/b', 'B/c'])
  })

  it('stays at the ends of the pack', () => {
    expect(moved('a', -1)).toEqual(placesOf(pack))
    expect(moved('c', 1)).toEqual(placesOf(pack))
    expect(moved('unknown', 1)).toEqual(placesOf(pack))
  })

  it('loses nothing and keeps agenda items together, however often', () => {
    const steps = fc.array(
      fc.record({ kpi: fc.constantFrom('a', 'b', 'c', 'd', 'e'), step: fc.constantFrom<-1 | 1>(-1, 1) }),
    )
    fc.assert(
      fc.property(steps, (taken) => {
        const start = aPackOf('A/a', 'A/b', 'B/c', 'C/d', 'C/e')
        const end = taken.reduce((now, { kpi, step }) => moveItem(now, keyOf(kpi), step), start)
        expect(end.items.map(({ ref }) => ref.kpi).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
        expect(tidyPack(end)).toEqual(end)
      }),
    )
  })
})

describe('agenda items', () => {
  it('stand in the order of their first charts', () => {
    expect(groupsOf(aPackOf('A/a', 'B/b', 'A/c')).map(({ name, items }) => [name, items.length])).toEqual([
      ['A', 2],
      ['B', 1],
    ])
  })

  it('are moved whole', () => {
    expect(placesOf(moveGroup(pack, 'B', -1))).toEqual(['B/c', 'A/a', 'A/b'])
    expect(moveGroup(pack, 'A', -1)).toBe(pack)
    expect(moveGroup(pack, 'Z', 1)).toBe(pack)
  })

  it('become one under the same name', () => {
    expect(placesOf(renameGroup(aPackOf('A/a', 'B/b', 'C/c'), 'C', 'A'))).toEqual(['A/a', 'A/c', 'B/b'])
  })

  it('take a chart at their end, and begin with one', () => {
    expect(placesOf(placeUnder(pack, keyOf('c'), 'A'))).toEqual(['A/a', 'A/b', 'A/c'])
    expect(placesOf(placeUnder(pack, keyOf('a'), 'New'))).toEqual(['A/b', 'B/c', 'New/a'])
    expect(placeUnder(pack, keyOf('a'), 'A')).toBe(pack)
  })
})

it('a chart is removed, and its line written, by what it shows', () => {
  expect(placesOf(removeItem(pack, keyOf('b')))).toEqual(['A/a', 'B/c'])
  expect(writeLine(pack, keyOf('b'), 'Ask why').items.map(({ line }) => line)).toEqual(['', 'Ask why', ''])
})
