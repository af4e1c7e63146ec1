import { shownPercent } from '../../src/domain/forecast/chance-words.ts'
import { forecastMonths, furthestMonths } from '../../src/domain/forecast/forecast.ts'
import { chancesAhead, countMeeting, goalOf, runUnderWay } from '../../src/domain/forecast/reach.ts'
import { notLikely, usualSustain } from '../../src/domain/forecast/reached-target.ts'
import { isPresent } from '../../src/domain/spc/observation.ts'
import type { Case } from './cases.ts'

/** Targets lie so many units of noise away, either side, and either way is good. */
const distances = [-8, -5, -3, -2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2, 3, 5, 8]
const monthsAhead = [6, 12, 18]
const bands = 10
const sustain = usualSustain.month
const lately = 24

export const events = [
  'in that month',
  'in any month by then',
  'kept by then',
  'every month until then',
] as const
export type Event = (typeof events)[number]

interface Claim {
  chance: number
  outcome: 0 | 1
}

export interface Judged {
  /** expected calibration error of each event */
  error: Record<Event, number>
  /** of what was told as not likely within 18 months: how often, and the share that did not come */
  notLikely: { told: number; held: number; toldKept: number; heldKept: number }
  /** targets asked about */
  asked: number
}

/** What was said of each event at 6, 12 and 18 months against what came; the last of what is kept now, as it is told. */
export function judgeEvents(cases: readonly Case[]): Judged {
  const claims: Record<Event, Claim[]> = {
    'in that month': [],
    'in any month by then': [],
    'kept by then': [],
    'every month until then': [],
  }
  const furthest: { met: Claim; kept: Claim; isMetLately: boolean }[] = []
  for (const one of cases) {
    const forecast = forecastMonths(one.past, furthestMonths, one.bounds)
    if (forecast.kind !== 'forecast') continue
    for (const goal of goalsOf(one)) {
      const run = runUnderWay(one.past, goal)
      const said = chancesAhead(forecast, goal, sustain, run)
      const isMetLately = countMeeting(one.past, goal, lately) > 0
      const came = outcomesOf(one.next, goal, run)
      for (const month of monthsAhead) {
        const outcome = came[month - 1]
        if (outcome === undefined) continue
        const at = month - 1
        const met = { chance: said.metBy[at] ?? 0, outcome: outcome.ever }
        const kept = { chance: said.keptBy[at] ?? 0, outcome: outcome.kept }
        claims['in that month'].push({ chance: said.metIn[at] ?? 0, outcome: outcome.now })
        claims['in any month by then'].push(met)
        claims['kept by then'].push(kept)
        if (run >= sustain)
          claims['every month until then'].push({ chance: said.staysBy[at] ?? 0, outcome: outcome.all })
        if (month === furthestMonths) furthest.push({ met, kept, isMetLately })
      }
    }
  }
  const told = furthest.filter(
    ({ met, isMetLately }) => !isMetLately && shownPercent(met.chance) <= notLikely.met,
  )
  const toldKept = furthest.filter(({ kept }) => shownPercent(kept.chance) <= notLikely.kept)
  return {
    error: {
      'in that month': calibrationError(claims['in that month']),
      'in any month by then': calibrationError(claims['in any month by then']),
      'kept by then': calibrationError(claims['kept by then']),
      'every month until then': calibrationError(claims['every month until then']),
    },
    notLikely: {
      told: told.length,
      held: shareOf(told, ({ met }) => met.outcome === 0),
      toldKept: toldKept.length,
      heldKept: shareOf(toldKept, ({ kept }) => kept.outcome === 0),
    },
    asked: furthest.length,
  }
}

function goalsOf({ around, unit, bounds }: Case) {
  return distances
    .map((distance) => around + distance * unit)
    .filter(
      (target) =>
        (bounds.lower === null || target > bounds.lower) && (bounds.upper === null || target < bounds.upper),
    )
    .flatMap((target) => [goalOf(target, 'increase'), goalOf(target, 'decrease')])
}

/** Month by month: met now, met until now, kept until now, met in all until now. */
function outcomesOf(next: Case['next'], { lower, upper }: ReturnType<typeof goalOf>, run: number) {
  let length = run
  let ever: 0 | 1 = 0
  let kept: 0 | 1 = 0
  let all: 0 | 1 = 1
  return next.map((value) => {
    const isMet = isPresent(value) && (lower === null || value >= lower) && (upper === null || value <= upper)
    length = isMet ? length + 1 : 0
    if (isMet) ever = 1
    else all = 0
    if (length >= sustain) kept = 1
    return { now: isMet ? (1 as const) : (0 as const), ever, kept, all }
  })
}

/** Mean distance of said from happened over ten bands of what was said, each by how often it was said. */
function calibrationError(claims: readonly Claim[]): number {
  const sums = Array.from({ length: bands }, () => ({ said: 0, happened: 0 }))
  for (const { chance, outcome } of claims) {
    const band = sums[Math.min(bands - 1, Math.floor(chance * bands))]
    if (!band) continue
    band.said += chance
    band.happened += outcome
  }
  return sums.reduce((sum, { said, happened }) => sum + Math.abs(said - happened), 0) / claims.length
}

function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}
