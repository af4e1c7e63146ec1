import { carriesOver } from '../../measures/measure.ts'
import { cutSegments } from '../control-chart.ts'
import type { ImprovementDirection } from '../judgement.ts'
import type { XmrOptions } from '../limits.ts'
import { changesOf, type Observation } from '../observation.ts'
import type { ChartKind } from './chart-kinds.ts'
import { chartRows } from './chart-rows.ts'
import { type ChartSubject, type ChosenChart, chooseChart } from './choose-chart.ts'
import { type ChartInput, type DrawnChart, drawChart } from './draw-chart.ts'
import { judgeLatest, judgeLatestOfStock, type Verdict } from './judge-latest.ts'

export interface ChartQuestion extends ChartSubject, ChartInput {
  /** the chart asked for; null: the one that suits */
  asked: ChartKind | null
  improvementDirection: ImprovementDirection
}

/**
 * The chart of a series and what it says of the latest row. What suits is chosen by the last segment, which is the one
 * that is judged. Where change is judged in place of the figures, none crosses a cut.
 */
export function chartAndJudge(
  question: ChartQuestion,
  options: XmrOptions,
): { chart: DrawnChart; verdict: Verdict } {
  const segments = cutSegments(question.values.length, question.rebaseAt)
  const { start } = segments.at(-1) ?? { start: 0 }
  const chosen =
    question.asked === null ? chooseChart(lastSegment(question, start)) : askedFor(question.asked)
  const plotted = chosen.of === 'change' ? changesWithin(question, segments) : question
  const chart = drawChart(chosen.kind, plotted, options)
  const { improvementDirection, aggregation } = question
  const isList = question.asked === null && aggregation !== null && carriesOver(aggregation)
  const verdict = isList
    ? judgeLatestOfStock(
        chartRows(question).map((row) => row.y),
        start,
        chosen.because,
        improvementDirection,
      )
    : judgeLatest(chart, chosen, plotted, improvementDirection)
  return { chart, verdict }
}

function askedFor(kind: ChartKind): ChosenChart {
  return { kind, of: 'figure', because: 'This chart was asked for.' }
}

function lastSegment(subject: ChartSubject, start: number): ChartSubject {
  return {
    ...subject,
    values: subject.values.slice(start),
    denominators: subject.denominators?.slice(start) ?? null,
    counts: subject.counts?.slice(start) ?? null,
  }
}

function changesWithin(
  question: ChartQuestion,
  segments: readonly { start: number; end: number }[],
): ChartQuestion {
  const y: Observation[] = chartRows(question).map((row) => row.y)
  const values = segments.flatMap(({ start, end }) => changesOf(y.slice(start, end)))
  return { ...question, values, denominators: null }
}
