import { figuresBehind } from '../../disclosure/figures-behind.ts'
import { goalOf, meetsGoal } from '../../forecast/reach.ts'
import { monthsLately } from '../../forecast/reached-target.ts'
import { periodsInMonths } from '../../periods/period.ts'
import type { ChartedSeries, MeasureContext } from '../chart-series.ts'
import { sustainAsked } from '../series-ahead.ts'

/**
 * How many figures meet a target whatever those published were before they were rounded, and how many may: in a row up
 * to the latest, and of the last two years. Read from what is published alone, so that nothing is told, or kept back,
 * for what a figure really is.
 */
export interface MetForCertain {
  sustain: number
  run: { least: number; most: number }
  lately: { least: number; most: number }
}

/** Null without a target or a good way. @example at most 200: 195, 200, 195 → a run of 1 for certain, of 3 at most */
export function metForCertain(context: MeasureContext, charted: ChartedSeries): MetForCertain | null {
  const { target, improvement, grid, countsFrom } = charted
  if (target === null || improvement === 'neutral') return null
  const { kpi } = context
  const goal = goalOf(target, improvement)
  const answers = grid.values.slice(countsFrom).map((value) => {
    const all = value === null ? [] : [value, ...figuresBehind(kpi, value)]
    return { surely: all.length > 0 && all.every(meets), maybe: all.some(meets) }
  })
  function meets(value: number): boolean {
    return meetsGoal(value, goal)
  }
  const late = answers.slice(-periodsInMonths(kpi.frequency, monthsLately))
  return {
    sustain: sustainAsked(context, charted),
    run: {
      least: answers.length - 1 - answers.findLastIndex(({ surely }) => !surely),
      most: answers.length - 1 - answers.findLastIndex(({ maybe }) => !maybe),
    },
    lately: {
      least: late.filter(({ surely }) => surely).length,
      most: late.filter(({ maybe }) => maybe).length,
    },
  }
}
