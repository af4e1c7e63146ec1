import { isSmall, proposedPolicy } from '../domain/disclosure/policy.ts'
import { mayHoldDimension, needsProtection } from '../domain/disclosure/protect.ts'
import type { Figure } from '../domain/figures/figure.ts'
import { borough, comparatorDimension, type KpiDefinition } from '../domain/measures/measure.ts'
import { frequencyOf, periodsBetween } from '../domain/periods/period.ts'
import { problemAt, type Report } from './problem.ts'

/** Breakdowns that one notice lists. */
const mostNamed = 10

interface Given {
  name: string
  saysNone: boolean
  hasSmall: boolean
  members: Map<string, { first: string; last: string; rows: number }>
}

/**
 * Watches for counts of people that have no row where there is nobody: a row marked [c] beside none then says that there
 * is somebody. Told once, of breakdowns that never say 0, hold small numbers, and leave out a group between two periods
 * that have it: one that came or ended is not taken for none.
 */
export function watchNoneUnsaid(kpis: ReadonlyMap<string, KpiDefinition>) {
  const breakdowns = new Map<string, Given>()

  function take({ kpi, dimension, member, period, value }: Figure) {
    if (dimension === borough.dimension || dimension === comparatorDimension) return
    const measure = kpis.get(kpi)
    if (measure?.unit !== 'count' || !needsProtection(measure) || !mayHoldDimension(dimension)) return
    const key = [kpi, dimension, frequencyOf(period)].join('\u001f')
    const given = breakdowns.get(key) ?? {
      name: `${kpi} by ${dimension}`,
      saysNone: false,
      hasSmall: false,
      members: new Map(),
    }
    breakdowns.set(key, given)
    given.saysNone ||= value === 0
    given.hasSmall ||= isSmall(value ?? 0, proposedPolicy)
    const known = given.members.get(member)
    if (!known) {
      given.members.set(member, { first: period, last: period, rows: 1 })
      return
    }
    if (period < known.first) known.first = period
    if (period > known.last) known.last = period
    known.rows += 1
  }

  function report(say: Report) {
    const unsaid = [...breakdowns.values()].flatMap((given) => {
      const times = given.saysNone || !given.hasSmall ? 0 : timesLeftOut(given)
      return times > 0 ? [`${given.name} (${times === 1 ? 'once' : `${times} times`})`] : []
    })
    if (unsaid.length === 0) return
    const rest = unsaid.length - mostNamed
    const named = unsaid.slice(0, mostNamed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
    say(
      problemAt({ file: 'load', line: 0, column: 0 }).notice(
        `groups have no row in some periods, and none is ever 0: ${named}; a number that is withheld beside them is easier to guess`,
        'give a 0 where there was nobody, or say [x] where it is not known',
      ),
    )
  }

  return { take, report }
}

function timesLeftOut({ members }: Given): number {
  let times = 0
  for (const { first, last, rows } of members.values())
    times += Math.max(0, periodsBetween(first, last) + 1 - rows)
  return times
}
