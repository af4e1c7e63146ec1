import type { Observation } from '../../src/domain/spc/observation.ts'
import {
  type Alter,
  changed,
  countAround,
  familySize,
  months,
  nothingChanged,
  type Scenario,
  stable,
} from './families.ts'

/** Families of each kind of series that councils publish, in which nothing has changed; and changes among them. */

const rows = Array.from({ length: months }, (_, row) => row)

/** Inflow minus outflow: each month moves by chance from the one before. */
function list(normal: () => number): number[] {
  let people = 400
  return rows.map(() => {
    people += 11 * normal()
    return Math.round(people)
  })
}

/** Student's t with so many degrees, which has tails that are no error and no change. */
function heavy(normal: () => number, freedom: number): number {
  let squares = 0
  for (let degree = 0; degree < freedom; degree += 1) squares += normal() ** 2
  return normal() / Math.sqrt(squares / freedom)
}

/** A list of 2 to 9: each on it stays with one chance, and as many come as keep its mean. */
const fewOf =
  (stays: number) =>
  (normal: () => number): number[] => {
    const mean = 2 + 7 * uniformOf(normal)
    let people = countAround(mean, normal)
    return rows.map(() => {
      let stay = 0
      for (let one = 0; one < people; one += 1) stay += uniformOf(normal) < stays ? 1 : 0
      people = stay + countAround(mean * (1 - stays), normal)
      return people
    })
  }

/** 3 to 5 for years, then 4, 7, 13. */
const fewThatRise = (normal: () => number): number[] =>
  rows.map((row) => [4, 7, 13][row - months + 3] ?? 3 + Math.floor(3 * uniformOf(normal)))

const uniformOf = (normal: () => number) => Math.exp(-(normal() ** 2 + normal() ** 2) / 2)

/** Cases that come in clusters: Poisson around a mean that itself varies by a third. */
function clusteredCounts(normal: () => number): number[] {
  const mean = 5 + 15 * uniformOf(normal)
  return rows.map(() => countAround(Math.max(0, mean * (1 + normal() / 3)), normal))
}

function poisson(normal: () => number, from: number, to: number): number[] {
  const mean = from + (to - from) * uniformOf(normal)
  return rows.map(() => countAround(mean, normal))
}

function share(normal: () => number): { values: number[]; denominators: number[] } {
  const size = 20 + 40 * uniformOf(normal)
  const chance = 0.5 + 0.45 * uniformOf(normal)
  const denominators = rows.map(() => Math.max(5, countAround(size, normal)))
  const values = denominators.map((cases) => {
    let met = 0
    for (let one = 0; one < cases; one += 1) met += uniformOf(normal) < chance ? 1 : 0
    return (100 * met) / cases
  })
  return { values, denominators }
}

const shares = (isKnown: boolean): Scenario => ({
  name: `shares of 20 to 60 cases${isKnown ? ', denominators known' : ''}`,
  make: (normal) => {
    const made = Array.from({ length: familySize }, () => share(normal))
    return {
      series: made.map(({ values }) => values),
      mixes: [],
      known: isKnown ? made.map(({ denominators }) => ({ shares: { denominators, whole: 100 } })) : [],
      hasChanged: Array(familySize).fill(false),
      isInQuestion: Array(familySize).fill(true),
    }
  },
})

/** The same where the measure says that its people carry over. */
function knownAsLists(scenario: Scenario): Scenario {
  return {
    name: `${scenario.name}, known as such`,
    make: (normal) => ({ ...scenario.make(normal), known: Array(familySize).fill({ isList: true }) }),
  }
}

const season = (normal: () => number) => {
  const [size, start] = [0.5 + 2 * uniformOf(normal), 12 * uniformOf(normal)]
  return stable(normal, 0).map((value, row) => value + size * Math.sin((2 * Math.PI * (row + start)) / 12))
}
const gaps = (normal: () => number): Observation[] =>
  stable(normal, 0).map((value) => (uniformOf(normal) < 0.15 ? null : value))
const trend = (normal: () => number, slope: number) =>
  stable(normal, 0).map((value, row) => value + slope * row)
const rounded = (normal: () => number) => poisson(normal, 20, 200).map((count) => 5 * Math.round(count / 5))

const lists = nothingChanged('lists, inflow minus outflow', list)

export const stableKinds: Scenario[] = [
  nothingChanged('independent months', (normal) => stable(normal, 0)),
  nothingChanged('each month like the last (0.5)', (normal) => stable(normal, 0.5)),
  nothingChanged('each month like the last (0.8)', (normal) => stable(normal, 0.8)),
  lists,
  knownAsLists(lists),
  ...[0.3, 0.6, 0.9, 0.97].map((stays) =>
    knownAsLists(nothingChanged(`lists of 2 to 9, each month keeps ${stays}`, fewOf(stays))),
  ),
  nothingChanged('steady trend of 0.02 a month', (normal) => trend(normal, 0.02)),
  nothingChanged('steady trend of 0.05 a month', (normal) => trend(normal, 0.05)),
  nothingChanged('steady trend of 0.1 a month', (normal) => trend(normal, 0.1)),
  nothingChanged('steady trend of 0.2 a month', (normal) => trend(normal, 0.2)),
  nothingChanged('steady trends, up or down, of up to 0.2', (normal) => trend(normal, 0.1 * normal())),
  nothingChanged('heavy tails (t, 3 degrees)', (normal) => rows.map(() => heavy(normal, 3))),
  nothingChanged('heavy tails (t, 5 degrees)', (normal) => rows.map(() => heavy(normal, 5))),
  nothingChanged('a season', season),
  nothingChanged('15% missing', gaps),
  nothingChanged('counts of 2 to 5', (normal) => poisson(normal, 2, 5)),
  nothingChanged('counts of 5 to 20', (normal) => poisson(normal, 5, 20)),
  nothingChanged('counts of 5 to 20 in clusters', clusteredCounts),
  nothingChanged('rounded to 5', rounded),
  shares(false),
  shares(true),
  {
    name: 'a council: a quarter each of independent, lists, trends and counts',
    make: (normal) => ({
      series: Array.from({ length: familySize }, (_, index) => {
        if (index % 4 === 0) return stable(normal, 0.3)
        if (index % 4 === 1) return list(normal)
        return index % 4 === 2 ? trend(normal, 0.1 * normal()) : poisson(normal, 2, 20)
      }),
      mixes: [],
      known: Array.from({ length: familySize }, (_, index) => (index % 4 === 1 ? { isList: true } : {})),
      hasChanged: Array(familySize).fill(false),
      isInQuestion: Array(familySize).fill(true),
    }),
  },
]

const stepOf =
  (size: number, length: number): Alter =>
  (value, fromEnd) =>
    value + (fromEnd <= length ? size : 0)

export const changesOfKinds: Scenario[] = [
  changed('step of 2, last three months', stepOf(2, 3)),
  changed(
    'list: moved by 8 of its steps in half a year',
    (value, fromEnd) => value + (88 * Math.max(0, 7 - fromEnd)) / 6,
    list,
  ),
  knownAsLists({
    name: 'lists of 3 to 5 that go to 4, 7, 13, one in a family of lists of 2 to 9',
    make: (normal) => {
      const isChanged = Array.from({ length: familySize }, (_, index) => index === 0)
      return {
        series: isChanged.map((is) => (is ? fewThatRise(normal) : fewOf(0.6)(normal))),
        mixes: [],
        known: [],
        hasChanged: isChanged,
        isInQuestion: isChanged,
      }
    },
  }),
  changed('heavy tails (t, 3): step of 3, six months', stepOf(3, 6), (normal) =>
    rows.map(() => heavy(normal, 3)),
  ),
]
