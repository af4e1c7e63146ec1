import type { Aggregation } from '../../src/domain/measures/measure.ts'
import { type ChartQuestion, chartAndJudge } from '../../src/domain/spc/attribute/chart-and-judge.ts'
import { referenceOptions } from '../../src/domain/spc/control-chart.ts'
import { figuresWithoutSeason } from '../../src/domain/spc/season.ts'
import { normalNumbers } from '../signals/families.ts'

/** Stable series of a council's kinds; the latest rows of them may be moved by so many standard deviations, up or, of
 * shares near 100%, down. */
type Figures = Pick<
  ChartQuestion,
  'values' | 'denominators' | 'aggregation' | 'counts' | 'roundedTo' | 'asked'
>
type MakeFigures = (random: Random, change: number) => Figures

interface Random {
  normal: () => number
  uniform: () => number
}

/** Six months; of few figures four in ten, as of ten quarters four. */
const latestRowsOf = (rows: number) => Math.min(6, Math.floor(rows * 0.4))

const kinds: Record<string, MakeFigures> = {
  'shares, 30 months of about 40, mean 60%': shares(30, 40, 0.6),
  'shares, 36 months of about 200, mean 85%': shares(36, 200, 0.85),
  'shares, 36 months of about 20, mean 97%': turned(shares(36, 20, 0.97)),
  'shares, 36 months of 200, service varies': shares(36, 200, 0.6, 0.06),
  'shares, 10 quarters of about 60, mean 70%': shares(10, 60, 0.7),
  'rates, 36 months, about 25 events': rates(36, 25),
  'rates, 36 months, about 2 events': rates(36, 2),
  'counts, 36 months, mean 0.5': counts(36, 0.5),
  'counts, 36 months, mean 3': counts(36, 3),
  'counts, 36 months, mean 3, service varies': counts(36, 3, 0.7),
  'counts, 36 months, mean 12': counts(36, 12),
  'counts, 36 months, mean 60, service varies': counts(36, 60, 0.2),
  'counts, 36 months, mean 60, rounded to 5': rounded(counts(36, 60), 5),
  'counts, 36 months, mean 8, rounded to 5': rounded(counts(36, 8), 5),
  'a list, 36 months, steps at random': list(36),
  'a list, 24 months, steps at random': list(24),
  'a list, 36 months, steps alike (likeness 0.4)': list(36, 0.4),
  'medians, 36 months of 40 cases': singles(36, 'M', 40),
  'medians, 24 months of 5 cases': singles(24, 'M', 5),
  'single figures, 36 months': singles(36, 'W', null),
  'single figures, 36 months, likeness 0.5': alike(36, 0.5),
  'single figures, 36 months, a season of 2 SD': ofTheYear(36, 2),
  'single figures, 60 months, a season of 3 SD': ofTheYear(60, 3),
  'single figures, 10 quarters': singles(10, 'W', null),
  ...Object.fromEntries(
    [8, 10, 12, 16, 20].flatMap((rows) => [
      [`a run chart of ${rows} figures`, onRunChart(singles(rows, 'W', null))],
      [`a run chart of ${rows} figures, likeness 0.3`, onRunChart(alike(rows, 0.3))],
      [`a run chart of ${rows} figures, likeness 0.5`, onRunChart(alike(rows, 0.5))],
    ]),
  ),
  'cases between events, 20 of them': between(20, 'g'),
  'days between events, 20 of them': between(20, 't'),
}

export const simulatedKinds = Object.keys(kinds)

/** Rows that know nothing of each other, as all methods but the comparison by ranks take them to be. */
export const unalikeKinds = simulatedKinds.filter((name) => !name.includes('likeness'))

export function figuresOfKind(name: string, seed: number): (change: number) => Figures {
  const make = kinds[name]
  if (!make) throw new RangeError(`no such kind of series: ${name}`)
  const normal = normalNumbers(seed)
  // half the sum of two squared normal numbers is exponential, and the chance of less is uniform
  const uniform = () => 1 - Math.exp(-(normal() ** 2 + normal() ** 2) / 2)
  return (change) => make({ normal, uniform }, change)
}

/** Without a change: whether any is told. With one: whether it is told in its direction. */
export function tellsChange(name: string, figures: Figures, change: number): boolean {
  const moved = name.includes('97%') ? 'low' : 'high'
  const { verdict } = chartAndJudge(
    { ...figures, rebaseAt: [], fixAfterNPoints: null, improvementDirection: 'neutral' },
    referenceOptions,
  )
  if (verdict.kind === 'not-judged') return false
  const { variation } = verdict
  return change === 0 ? variation !== 'common_cause' : variation === `special_cause_neutral_${moved}`
}

const plain = { denominators: null, aggregation: null, counts: null, roundedTo: null, asked: null }

function rowsOf<T>(rows: number, change: number, at: (move: number) => T): T[] {
  return Array.from({ length: rows }, (_, row) => at(row >= rows - latestRowsOf(rows) ? change : 0))
}

/** As quarters and years are judged, however many there are. */
function onRunChart(make: MakeFigures): MakeFigures {
  return (random, change) => ({ ...make(random, change), asked: 'run' })
}

function turned(make: MakeFigures): MakeFigures {
  return (random, change) => make(random, -change)
}

function shares(rows: number, size: number, mean: number, spread = 0): MakeFigures {
  return ({ normal, uniform }, change) => {
    const made = rowsOf(rows, change, (move) => {
      const of = Math.max(1, Math.round(size * (0.7 + 0.6 * uniform())))
      const deviation = Math.sqrt((mean * (1 - mean)) / size + spread ** 2)
      const chance = Math.min(1, Math.max(0, mean + spread * normal() + move * deviation))
      let events = 0
      for (let one = 0; one < of; one += 1) events += uniform() < chance ? 1 : 0
      return { events, of }
    })
    return {
      ...plain,
      values: made.map(({ events }) => events),
      denominators: made.map(({ of }) => of),
      aggregation: 'W',
    }
  }
}

function rates(rows: number, mean: number): MakeFigures {
  return (random, change) => {
    const made = rowsOf(rows, change, (move) => {
      const of = 260 * (0.9 + 0.2 * random.uniform())
      return { events: poisson((mean + move * Math.sqrt(mean)) * (of / 260), random), of }
    })
    return {
      ...plain,
      values: made.map(({ events }) => events),
      // per 1,000 people of about 260 thousand, so that no rate can be taken for a share
      denominators: made.map(({ of }) => of / 1000),
      aggregation: 'W',
    }
  }
}

function counts(rows: number, mean: number, spread = 0): MakeFigures {
  return (random, change) => {
    const deviation = Math.sqrt(mean + (mean * spread) ** 2)
    const values = rowsOf(rows, change, (move) =>
      poisson(Math.max(0, mean * (1 + spread * random.normal()) + move * deviation), random),
    )
    return { ...plain, values, aggregation: 'S' }
  }
}

function rounded(make: MakeFigures, to: number): MakeFigures {
  return (random, change) => {
    const figures = make(random, change)
    const values = figures.values.map((value) => (value === null ? null : to * Math.round(value / to)))
    return { ...figures, values, roundedTo: to }
  }
}

/** Each month what comes in less what goes out; a change is one of the monthly step. */
function list(rows: number, likeness = 0): MakeFigures {
  return ({ normal }, change) => {
    let held = 400
    let state = normal()
    const values = rowsOf(rows, change, (move) => {
      state = likeness * state + Math.sqrt(1 - likeness ** 2) * normal()
      held += Math.round(12 * (state + move))
      return held
    })
    return { ...plain, values, aggregation: 'P' }
  }
}

function singles(rows: number, aggregation: Aggregation, cases: number | null): MakeFigures {
  return ({ normal }, change) => ({
    ...plain,
    values: rowsOf(rows, change, (move) => 50 + 6 * (normal() + move)),
    aggregation,
    counts: cases === null ? null : Array.from({ length: rows }, () => cases),
  })
}

/** A season of so many standard deviations of the noise, and the figures without it, as they are judged. */
function ofTheYear(rows: number, size: number): MakeFigures {
  return ({ normal }, change) => {
    let row = 0
    const values = rowsOf(rows, change, (move) => {
      row += 1
      return 50 + 6 * (normal() + move + size * Math.SQRT2 * Math.sin((2 * Math.PI * row) / 12))
    })
    // where the change hides the season, limits of the figures judge
    return { ...plain, values: figuresWithoutSeason(values) ?? values }
  }
}

/** Each month is drawn towards the one before. */
function alike(rows: number, likeness: number): MakeFigures {
  return ({ normal }, change) => {
    let state = normal()
    const values = rowsOf(rows, change, (move) => {
      state = likeness * state + Math.sqrt(1 - likeness ** 2) * normal()
      return 50 + 6 * (state + move)
    })
    return { ...plain, values, aggregation: 'W' }
  }
}

/** A change is a mean three times as long: the mean is the standard deviation. */
function between(rows: number, asked: 'g' | 't'): MakeFigures {
  return ({ uniform }, change) => ({
    ...plain,
    asked,
    values: rowsOf(rows, change, (move) => {
      const wait = -Math.log(1 - uniform()) * 40 * (1 + move)
      return asked === 'g' ? Math.floor(wait) : wait
    }),
  })
}

function poisson(mean: number, { uniform }: Random): number {
  const least = Math.exp(-mean)
  let count = -1
  let product = 1
  do {
    product *= uniform()
    count += 1
  } while (product > least)
  return count
}
