import { formatRound } from '../../domain/trends/axis.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { wordsWidth } from '../type/words-width.ts'

export interface Plot {
  x: number
  y: number
  width: number
  height: number
}

export interface Frame {
  width: number
  height: number
  margin: { top: number; right: number; bottom: number; left: number }
  plot: Plot
  /** under 560 px letters refer to a key below */
  isNarrow: boolean
}

export const fontSize = 14
const narrowWidth = 560
/** A4 upright, less its margins */
const sheetWidth = 703
/** room for end labels, in font sizes */
export const gutter = 9.9 * fontSize

/** Height of the chart at a width: known before anything is drawn, so that nothing jumps. */
export function chartHeight(width: number): number {
  if (width < narrowWidth) return 320
  // a sheet of paper holds it below its finding, and need not leave its first half empty
  return width <= sheetWidth ? 340 : 416
}

/** The frame of a chart at a width: a picture is drawn for its width, never scaled. */
export function frameFor(
  model: Pick<TrendModel, 'axis' | 'measure'>,
  width: number,
  height = chartHeight(width),
  // the unit's line, then lanes for notes of change
  top = width < narrowWidth ? 48 : 62,
): Frame {
  const isNarrow = width < narrowWidth
  const widestTick = Math.max(
    ...model.axis.ticks.map((tick) => wordsWidth(formatRound(model.measure, tick), 'text', fontSize)),
  )
  const margin = {
    top,
    right: isNarrow ? 14 : gutter,
    bottom: 28,
    left: Math.ceil(widestTick) + 10,
  }
  return {
    width,
    height,
    margin,
    plot: {
      x: margin.left,
      y: margin.top,
      width: width - margin.left - margin.right,
      height: height - margin.top - margin.bottom,
    },
    isNarrow,
  }
}

export interface Scales {
  x: (day: number) => number
  /** beyond the plot's edges for what lies beyond its scale */
  y: (value: number) => number
}

/** A height on the plot: at its edge for what lies beyond its scale. */
export function keepOnPlot(y: number, plot: Pick<Plot, 'y' | 'height'>): number {
  return Math.min(Math.max(y, plot.y), plot.y + plot.height)
}

export function scalesFor(model: Pick<TrendModel, 'axis' | 'firstDay' | 'lastDay'>, plot: Plot): Scales {
  const { axis, firstDay, lastDay } = model
  const days = lastDay - firstDay || 1
  const values = axis.upper - axis.lower || 1
  return {
    x: (day) => plot.x + (plot.width * (day - firstDay)) / days,
    y: (value) => plot.y + plot.height - (plot.height * (value - axis.lower)) / values,
  }
}
