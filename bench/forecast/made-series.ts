import type { Observation } from '../../src/domain/spc/observation.ts'
import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'
import { normalNumbers } from '../signals/families.ts'
import type { RealSource } from './real-series.ts'
import { horizons } from './rolling-origin.ts'

/** Series like a council's, made from a seed: a run repeats. Half of each family chooses, the other judges. */
const familySize = 300
const fewestMonths = 36
const monthsBeyond = 24

interface Draw {
  uniform: () => number
  normal: () => number
  between: (lower: number, upper: number) => number
  /** how often what happens so often on average happens */
  poisson: (mean: number) => number
  binomial: (cases: number, chance: number) => number
}

/** Values of so many months, the last six of which are to be foretold. */
type Family = (months: number, draw: Draw) => Observation[]

const counts = { lower: 0, upper: null } as const
const shares = { lower: 0, upper: 100 } as const

const families: Record<string, { bounds: RealSource['bounds']; make: Family }> = {
  level: { bounds: counts, make: (months, draw) => flow(months, draw, () => 0) },
  'each month like the last': { bounds: counts, make: alike },
  trend: {
    bounds: counts,
    make: (months, draw) => {
      const slope = draw.between(-0.015, 0.015)
      return flow(months, draw, (month) => slope * month)
    },
  },
  season: { bounds: counts, make: seasonal },
  'level shift': { bounds: counts, make: shifted },
  'a fifth missing': {
    bounds: counts,
    make: (months, draw) => {
      const values = draw.uniform() < 0.5 ? alike(months, draw) : shifted(months, draw)
      return values.map((value, month) => (month < months - horizons && draw.uniform() < 0.2 ? null : value))
    },
  },
  'counts of 3 to 15': { bounds: counts, make: fewOf },
  'many zeros': { bounds: counts, make: oftenNone },
  'shares of 85 to 100%': { bounds: shares, make: nearAll },
  lists: { bounds: counts, make: (months, draw) => list(months, draw, () => 0) },
  'lists that rise or fall': {
    bounds: counts,
    make: (months, draw) => {
      const drift = draw.between(-5, 7)
      return list(months, draw, () => drift)
    },
  },
  'lists that turned': {
    bounds: counts,
    make: (months, draw) => {
      const turn = months - horizons - Math.round(draw.between(6, 18))
      const [before, after] = [draw.between(4, 9), draw.between(4, 9)]
      const way = draw.uniform() < 0.7 ? 1 : -1
      return list(months, draw, (month) => way * (month < turn ? before : -after))
    },
  },
}

export function madeSources(): RealSource[] {
  return Object.entries(families).map(([name, { bounds, make }], index) => {
    const draw = drawFrom(7000 + index)
    return {
      name,
      bounds,
      series: Array.from({ length: familySize }, (_, one) => {
        const origin = fewestMonths + Math.floor(draw.uniform() * monthsBeyond)
        return { organisation: `${name} ${one}`, values: make(origin + horizons, draw) }
      }),
      originsOf: (months) => [months - horizons],
    }
  })
}

function everyMonth(months: number, next: (month: number) => number): number[] {
  return Array.from({ length: months }, (_, month) => next(month))
}

/** A count around a level that a line moves in proportion, a little more spread than chance alone. */
function flow(
  months: number,
  { poisson, normal, between }: Draw,
  moved: (month: number) => number,
): number[] {
  const mean = between(40, 300)
  const spread = between(0, 0.12)
  return everyMonth(months, (month) => poisson(mean * Math.exp(moved(month) + spread * normal())))
}

function alike(months: number, draw: Draw): number[] {
  const likeness = draw.between(0.4, 0.85)
  let state = draw.normal()
  return flow(months, draw, () => {
    state = likeness * state + Math.sqrt(1 - likeness ** 2) * draw.normal()
    return 0.12 * state
  })
}

function seasonal(months: number, draw: Draw): number[] {
  const byMonth = Array.from({ length: 12 }, () => draw.between(0.05, 0.2) * draw.normal())
  return flow(months, draw, (month) => byMonth[month % 12] ?? 0)
}

function shifted(months: number, draw: Draw): number[] {
  const from = months - horizons - Math.round(draw.between(4, 20))
  const step = draw.between(0.15, 0.5) * (draw.uniform() < 0.5 ? -1 : 1)
  return flow(months, draw, (month) => (month < from ? 0 : step))
}

function fewOf(months: number, { poisson, between, normal }: Draw): number[] {
  const mean = between(3, 15)
  const wandering = between(0, 0.08)
  let moved = 0
  return everyMonth(months, () => {
    moved = 0.95 * moved + wandering * normal()
    return poisson(mean * Math.exp(moved))
  })
}

/** None in a third to two thirds of months: few at a time, or some at once and none at other times. */
function oftenNone(months: number, { poisson, between, uniform }: Draw): number[] {
  if (uniform() < 0.5) {
    const mean = between(0.4, 1.1)
    return everyMonth(months, () => poisson(mean))
  }
  const [none, mean] = [between(0.3, 0.6), between(3, 7)]
  return everyMonth(months, () => (uniform() < none ? 0 : poisson(mean)))
}

/** Of 20 to 150 cases a month, what share: the chance of each wanders slowly, if at all. */
function nearAll(months: number, { binomial, between, normal }: Draw): number[] {
  const usual = between(20, 150)
  const chance = between(0.85, 0.995)
  const odds = Math.log(chance / (1 - chance))
  const wandering = between(0, 0.12)
  let moved = 0
  return everyMonth(months, () => {
    moved = 0.95 * moved + wandering * normal()
    const cases = Math.max(10, Math.round(usual * (1 + 0.12 * normal())))
    return Math.round((1000 * binomial(cases, 1 / (1 + Math.exp(-odds - moved)))) / cases) / 10
  })
}

/** What came in less what went out, added up. */
function list(months: number, { poisson, between }: Draw, drift: (month: number) => number): number[] {
  const flowing = between(30, 90)
  let length = between(250, 600)
  return everyMonth(months, (month) => {
    length = Math.max(
      0,
      length + poisson(flowing + Math.max(0, drift(month))) - poisson(flowing + Math.max(0, -drift(month))),
    )
    return Math.round(length)
  })
}

function drawFrom(seed: number): Draw {
  const uniform = seededUniform(seed)
  const normal = normalNumbers(seed + 500)
  const binomial = (cases: number, chance: number) =>
    Array.from({ length: cases }, uniform).filter((number) => number < chance).length
  const poisson = (mean: number) => {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    let product = uniform()
    let count = 0
    while (product > Math.exp(-mean)) {
      product *= uniform()
      count += 1
    }
    return count
  }
  return {
    uniform,
    normal,
    between: (lower, upper) => lower + (upper - lower) * uniform(),
    poisson,
    binomial,
  }
}
