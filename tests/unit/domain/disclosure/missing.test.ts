import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { protectFigure, withhold } from '../../../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

const starts: DisclosureKpi = { ...aDisclosureKpi, id: 'starts' }
const wait: DisclosureKpi = { ...aDisclosureKpi, id: 'wait', unit: 'days', aggregation: 'M', percentile: 50 }
const kpis = new Map([starts, wait].map((kpi) => [kpi.id, kpi]))
const last = '2025-08'
const missing = null

type Towns = Readonly<Record<string, number | typeof missing>>

/** Starts of the borough and of its towns in a period; of a town that is missing, a row that says so. */
function startsOf(whole: number, towns: Towns, period = last): Figure[] {
  const count = (value: number | null, place: Partial<Figure>) => {
    const figure = aFigure({ kpi: 'starts', value, period, ...place })
    return value === missing ? withhold(figure, 'missing') : figure
  }
  return [
    count(whole, { dimension: 'borough', member: 'All' }),
    ...Object.entries(towns).map(([member, value]) => count(value, { dimension: 'town', member })),
  ]
}

/** What a reader works out where each figure is protected by itself: the member, and what it can be. */
function workedOut(figures: readonly Figure[]) {
  const editions = openProtectedEditions()
  editions.recall(
    kpis,
    figures.flatMap((exact) => {
      const shown = protectFigure(starts, exact)
      return shown ? [{ exact, shown }] : []
    }),
  )
  return attack(editions.ledger).map(({ cell: { exact }, possible }) => [exact.member, possible])
}

function protect(figures: readonly Figure[]) {
  const editions = openProtectedEditions()
  const told = editions.protect(kpis, figures)
  expect([...told.left, ...told.guessed, ...attack(editions.ledger)]).toEqual([])
  return told.figures
}

const shownOf = (figures: readonly Figure[], period = last) =>
  Object.fromEntries(
    figures.filter((one) => one.period === period).map(({ member, value }) => [member, value]),
  )

describe('a part of a count that is missing', () => {
  it('is none to a reader where the others make up the whole: what that would tell is hidden', () => {
    // shown as 10, so 8 at least: two of 1 to 4 are 4 each
    const figures = startsOf(8, { Acton: 4, Hanwell: 4, Perivale: missing })
    expect(workedOut(figures)).toEqual([
      ['All', { lower: 8, upper: 8 }],
      ['Acton', { lower: 4, upper: 4 }],
      ['Hanwell', { lower: 4, upper: 4 }],
    ])
    expect(shownOf(protect(figures))).toEqual({ All: null, Acton: null, Hanwell: null, Perivale: null })
  })

  it('takes nothing from the others where they do not: together they are no more than the whole', () => {
    // shown as 5, so 7 at most, of which Hanwell has 5 at least
    const figures = startsOf(7, { Acton: 1, Hanwell: 5, Perivale: missing })
    expect(workedOut(figures)).toContainEqual(['Acton', { lower: 1, upper: 2 }])
    expect(shownOf(protect(figures)).Hanwell).toBeNull()
  })

  it('may have no row, in a breakdown that adds up where it has one', () => {
    const before = startsOf(60, { Acton: 10, Hanwell: 20, Perivale: 30 }, '2025-07')
    const figures = [...before, ...startsOf(7, { Acton: 1, Hanwell: 5 })]
    expect(workedOut(figures)).toContainEqual(['Acton', { lower: 1, upper: 2 }])
    expect(shownOf(protect(figures)).Hanwell).toBeNull()
    // of a breakdown that never had it nobody knows what it leaves out
    expect(workedOut(startsOf(7, { Acton: 1, Hanwell: 5 }))).toEqual([])
  })

  it('has nothing more withheld where nothing follows', () => {
    for (const towns of [
      { Acton: 3, Hanwell: 37, Perivale: missing },
      { Acton: 3, Hanwell: 29, Perivale: missing },
      { Acton: 12, Hanwell: 28, Perivale: missing },
    ]) {
      const figures = startsOf(40, towns)
      expect(workedOut(figures)).toEqual([])
      expect(protect(figures)).toEqual(figures.map((exact) => protectFigure(starts, exact)))
    }
  })
})

/** Months in which waits are seen to be of those who started; then one with so many in each town, none missing its median. */
function waitsOf(towns: Readonly<Record<string, number>>, isLate = false): Figure[] {
  const whole = Object.values(towns).reduce((sum, one) => sum + one, 0)
  const earlier = [20, 21, 22, 23, 24, 25].flatMap((value, step) =>
    startsOf(value, {}, addPeriods('2025-02', step)),
  )
  const now = startsOf(whole, towns).map((figure) => ({ ...figure, provisional: true }))
  return [...earlier, ...now].flatMap((figure) => {
    const median = { ...figure, kpi: 'wait', value: 31, n: figure.value }
    const isMissing = figure.value === 0 || (isLate && figure.period === last)
    // as a load marks it: what is missing is not provisional
    return [figure, isMissing ? { ...withhold(median, 'missing'), provisional: false } : median]
  })
}

const names = ['Acton', 'Ealing', 'Greenford', 'Hanwell', 'Perivale']

/** All councils of five towns in which one to four start in the last month. */
function smallWorlds(): Record<string, number>[] {
  let worlds: number[][] = [[]]
  for (const _ of names)
    worlds = worlds.flatMap((counts) => [0, 1, 2, 3, 4].map((count) => [...counts, count]))
  return worlds
    .filter((counts) => {
      const whole = counts.reduce((sum, one) => sum + one, 0)
      return whole >= 1 && whole <= 4
    })
    .map((counts) => Object.fromEntries(names.map((name, place) => [name, counts[place] ?? 0])))
}

/** Which values Acton has in the councils of which the same is told. */
function possibleInActon(
  told: Record<string, number>,
  reply: (towns: Record<string, number>) => string,
): number[] {
  const own = reply(told)
  const alike = smallWorlds().filter((towns) => reply(towns) === own)
  return [...new Set(alike.map(({ Acton = 0 }) => Acton))].sort()
}

describe('a median that is missing', () => {
  const oneEach = { Acton: 1, Ealing: 1, Greenford: 1, Hanwell: 1, Perivale: 0 }
  const availability = (figures: readonly (Figure | null)[]) =>
    figures.map((figure) => figure?.availability).join()
  const kept = (figures: readonly Figure[]) => figures.filter(({ period }) => period === last)

  it('told the count beside it, where each figure was protected by itself', () => {
    // four towns with a median marked [c], in a whole of 1 to 4, have one each
    const alone = (towns: Record<string, number>) =>
      availability(
        kept(waitsOf(towns)).map((exact) =>
          exact.kpi === 'wait' ? protectFigure(wait, exact) : withhold(exact),
        ),
      )
    expect(possibleInActon(oneEach, alone)).toEqual([1])
  })

  it('is marked like one of somebody beside a count marked [c]: of all such councils the same is told', () => {
    expect(smallWorlds()).toHaveLength(125)
    const told = new Set(smallWorlds().map((towns) => JSON.stringify(protect(waitsOf(towns)))))
    expect(told.size).toBe(1)
    expect(kept(protect(waitsOf(oneEach))).every(({ provisional }) => provisional)).toBe(true)
  })

  it('stays marked when it is sent again, and in whatever is published after it', () => {
    const editions = openProtectedEditions()
    const [figures, next] = [waitsOf(oneEach), waitsOf(oneEach)]
    const told = editions.protect(kpis, figures).figures
    expect(editions.protect(kpis, next).figures).toEqual(told)
    const recalled = openProtectedEditions()
    recalled.recall(
      kpis,
      figures.flatMap((exact, place) => (told[place] ? [{ exact, shown: told[place] }] : [])),
    )
    expect(recalled.protect(kpis, next).figures).toEqual(told)
  })

  it('stays missing beside a count that is shown, and where the whole measure is late', () => {
    const medianOf = (figures: readonly Figure[], member: string) =>
      kept(figures).find((one) => one.kpi === 'wait' && one.member === member)?.availability
    expect(medianOf(protect(waitsOf({ Acton: 12, Hanwell: 20, Perivale: 0 })), 'Perivale')).toBe('missing')
    const late = protect(waitsOf(oneEach, true))
    expect(['All', 'Acton', 'Perivale'].map((member) => medianOf(late, member))).toEqual(
      Array(3).fill('missing'),
    )
  })
})
