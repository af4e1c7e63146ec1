import { restsOnCases } from '../domain/disclosure/cells.ts'
import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension, type KpiDefinition } from '../domain/measures/measure.ts'
import { addDays } from '../domain/periods/calendar.ts'
import { periodEnd } from '../domain/periods/period.ts'
import { type Place, problemAt, type Report } from './problem.ts'

/** Years between a period and all others of its measure from which on a digit of its year is more likely wrong. */
const farApart = 20
/** Days before its end on which a period is closed in good faith: a list is read on the last working day. */
const daysBefore = 7
/** Nobody waits ten years: so many days are a mark, or a date that was taken for a number of days. */
const mostDays = 3650

interface Early {
  place: Place
  figures: number
}

interface Seen {
  kpi: KpiDefinition
  /** where the first figure of each period stands, with the day on which it was read */
  periods: Map<string, { place: Place; asAt: string }>
  /** the largest figure that is not made of nines */
  largest: number
  nines: { place: Place; value: number; more: number } | null
  long: { place: Place; more: number } | null
  /** cases that the categories of a period are of, by breakdown */
  bases: Map<string, number>
  twoBases: Place | null
}

/**
 * Watches for figures that are possible and most likely none: nines in place of a mark, waits of decades, a period that
 * lies decades from all others, categories of one period that are of different numbers of cases, and what was read before
 * its period was over.
 */
export function watchOddFigures(kpis: ReadonlyMap<string, KpiDefinition>) {
  const measures = new Map<string, Seen>()
  const early: Record<'final' | 'provisional', Early | null> = { final: null, provisional: null }

  function seenOf(id: string): Seen | null {
    const known = measures.get(id)
    const kpi = kpis.get(id)
    if (known || !kpi) return known ?? null
    const seen: Seen = {
      kpi,
      periods: new Map(),
      largest: 0,
      nines: null,
      long: null,
      bases: new Map(),
      twoBases: null,
    }
    measures.set(id, seen)
    return seen
  }

  return {
    take(figure: Figure, place: Place) {
      const seen = seenOf(figure.kpi)
      if (!seen || figure.value === null) return
      const { period, asAt, dimension } = figure
      if (!seen.periods.has(period)) seen.periods.set(period, { place, asAt })
      takeSize(seen, figure.value, place)
      if (seen.kpi.aggregation === 'X' && figure.n !== null) {
        const key = `${period} ${dimension}`
        const base = seen.bases.get(key) ?? figure.n
        seen.bases.set(key, base)
        if (base !== figure.n) seen.twoBases ??= place
      }
      const isEarly = asAt < addDays(periodEnd(period), -daysBefore)
      if (isEarly && dimension !== comparatorDimension) {
        const status = figure.provisional ? 'provisional' : 'final'
        early[status] = { place: early[status]?.place ?? place, figures: (early[status]?.figures ?? 0) + 1 }
      }
    },
    report(report: Report) {
      for (const seen of measures.values()) {
        reportSizes(seen, report)
        reportFarApart(seen, report)
        if (seen.twoBases)
          report(
            problemAt(seen.twoBases).notice(
              `the categories of ${seen.kpi.id} in one period are of different numbers of cases (n)`,
              'give all cases of the period in n of each, if they are of the same',
            ),
          )
      }
      reportEarly(early, report)
    },
  }
}

/** A part of a period is told as the whole, on a day that has not come: of a count it looks like a fall. */
function reportEarly({ final, provisional }: Record<'final' | 'provisional', Early | null>, report: Report) {
  if (final) {
    const { place, figures } = final
    report(
      problemAt(place).notice(
        `${figures === 1 ? 'a figure is' : `${figures} figures are`} final, and ${figures === 1 ? 'was' : 'were'} read before the period was over`,
        'write provisional in status, if more is still to come',
      ),
    )
  }
  if (provisional) {
    const { place, figures } = provisional
    report(
      problemAt(place).asked(
        `${figures === 1 ? 'a provisional figure was' : `${figures} provisional figures were`} read more than a week before the period was over, and would be told as of the whole of it`,
        'leave out what is not over, or put right period and as_at; if it stands for the whole, publish it with a reason',
      ),
    )
  }
}

/** Days of one wait, as a median is; days that were added up may be of any number. */
const isWait = (kpi: KpiDefinition) => restsOnCases(kpi) && kpi.aggregation === 'M'

function takeSize(seen: Seen, value: number, place: Place) {
  const isNines = /^9{3,}$/.test(String(value))
  if (isNines) {
    const { nines } = seen
    seen.nines = nines ? { ...nines, more: nines.more + 1 } : { place, value, more: 0 }
  } else if (value > seen.largest) seen.largest = value
  if (isWait(seen.kpi) && value > mostDays && !isNines)
    seen.long = seen.long ? { ...seen.long, more: seen.long.more + 1 } : { place, more: 0 }
}

function reportSizes({ kpi, nines, long, largest }: Seen, report: Report) {
  const others = (more: number) => (more > 0 ? ` (and ${more} more)` : '')
  // 999 among figures of its size is a count like any other
  if (nines && largest < nines.value / 3 && (nines.value > 999 || isWait(kpi)))
    report(
      problemAt(nines.place).asked(
        `${nines.value} is more than three times any other figure of ${kpi.id}${others(nines.more)}: is it a mark for one that is not known?`,
        'leave it empty, or list it under "missing" in the mapping; if it is right, publish it with a reason',
      ),
    )
  if (long)
    report(
      problemAt(long.place).asked(
        `a wait of more than ten years stands under ${kpi.id}${others(long.more)}: is it a day that was taken for a number?`,
        'look at the cells of the source; if it is right, publish it with a reason',
      ),
    )
}

const yearOf = (period: string) => Number(/\d{4}/.exec(period)?.[0])

function reportFarApart({ kpi, periods }: Seen, report: Report) {
  for (const [period, { place, asAt }] of periods) {
    const year = yearOf(period)
    const others = [...periods.keys()].filter((other) => other !== period).map(yearOf)
    const near = others.length > 0 ? others : [yearOf(asAt)]
    if (near.some((other) => Math.abs(other - year) <= farApart)) continue
    report(
      problemAt(place).asked(
        `${period} lies more than ${farApart} years from ${others.length > 0 ? `all other periods of ${kpi.id}` : 'the day on which it was read'}: is its year right?`,
        'put the year right; or publish it with a reason',
      ),
    )
  }
}
