import { carriesOver } from '../../measures/measure.ts'
import { cutSegments } from '../control-chart.ts'
import { type ImprovementDirection, judgePoint } from '../judgement.ts'
import type { XmrOptions } from '../limits.ts'
import { changesOf, type Observation } from '../observation.ts'
import type { ChartKind } from './chart-kinds.ts'
import { chartRows } from './chart-rows.ts'
import { type ChartSubject, type ChosenChart, chooseChart } from './choose-chart.ts'
import { compareShares } from './compare-shares.ts'
import { type ChartInput, type DrawnChart, drawChart } from './draw-chart.ts'
import { fewestToJudge, judgeLatest, judgeLatestOfStock, type Verdict } from './judge-latest.ts'
import { methodOfSeason, methodOfYear } from './method-names.ts'

export interface ChartQuestion extends ChartSubject, ChartInput {
  /** the chart asked for; null: the one that suits */
  asked: ChartKind | null
  improvementDirection: ImprovementDirection
  /** the figures without the time of year, as many as the values, where it is plain in them; else left out or null */
  withoutSeason?: readonly Observation[] | null
  /** the row of a year before the latest; left out or null where there is none */
  yearBefore?: number | null
}

const becauseOfSeason =
  'The figures follow the time of year: each is judged beside those of the same month in other years.'

/**
 * The chart of a series and what it says of the latest row. What suits is chosen by the last segment, which is the one
 * that is judged. Where change is judged in place of the figures, none crosses a cut. Where no chart is asked for,
 * figures that follow the time of year are judged without it.
 */
export function chartAndJudge(
  question: ChartQuestion,
  options: XmrOptions,
): { chart: DrawnChart; verdict: Verdict } {
  if (question.asked === null && question.withoutSeason) {
    return judgeWithoutSeason(question, question.withoutSeason, options)
  }
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
  const isOpen = verdict.kind === 'not-judged' && question.asked === null
  return { chart, verdict: (isOpen && judgeOnYear(question, start)) || verdict }
}

/** A share with too few figures, by its difference from a year before; null where that is not held. */
function judgeOnYear(question: ChartQuestion, start: number): Verdict | null {
  const { values, denominators, roundedTo, yearBefore, improvementDirection } = question
  const latest = values.length - 1
  const [before, now] = [yearBefore ?? -1, latest].map((row) => {
    const [events, size] = [values[row] ?? null, denominators?.[row] ?? null]
    return row < start || events === null || size === null ? null : { events, size }
  })
  const interval = before && now ? compareShares(before, now, roundedTo ?? 0) : null
  if (!interval) return null
  const side = interval.lower > 0 ? 1 : interval.upper < 0 ? -1 : 0
  return {
    kind: 'judged',
    method: methodOfYear,
    because: `There are fewer than ${fewestToJudge} figures: the latest is set against that of a year before.`,
    variation: judgePoint(side, improvementDirection),
    sign: side === 0 ? null : { kind: 'level', side, start: latest },
  }
}

function judgeWithoutSeason(
  question: ChartQuestion,
  values: readonly Observation[],
  options: XmrOptions,
): ReturnType<typeof chartAndJudge> {
  const isList = question.aggregation !== null && carriesOver(question.aggregation)
  const { chart, verdict } = chartAndJudge(
    {
      ...question,
      ...{ values, withoutSeason: null, denominators: null, counts: null, roundedTo: null },
      aggregation: isList ? question.aggregation : null,
    },
    options,
  )
  if (verdict.kind === 'not-judged') return { chart, verdict }
  const method = isList ? `${verdict.method}, ${methodOfSeason}` : `${verdict.method} ${methodOfSeason}`
  return { chart, verdict: { ...verdict, method, because: becauseOfSeason } }
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
