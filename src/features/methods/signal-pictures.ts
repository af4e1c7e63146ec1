import { numberInWords } from '../../domain/measures/format.ts'
import { analyseControlChart } from '../../domain/spc/control-chart.ts'
import { runLength } from '../../domain/spc/rules.ts'
import type { SpecialCause } from '../../domain/spc/special-causes.ts'

export interface SignalPicture {
  title: string
  sentence: string
  cause: SpecialCause
  /** made up to show the rule; what is marked is found by the rule itself */
  values: readonly number[]
}

const many = numberInWords(runLength)

export const signalPictures: readonly SignalPicture[] = [
  {
    title: 'One figure outside the range',
    sentence: 'A single figure lies above the upper limit or below the lower one.',
    cause: 'Above UCL',
    values: [50, 53, 48, 51, 47, 52, 49, 51, 48, 52, 50, 47, 51, 49, 52, 48, 51, 64],
  },
  {
    title: 'A run on one side',
    sentence: `At least ${many} figures in a row lie on the same side of the mean.`,
    cause: '7 Points Above CL',
    values: [48, 51, 47, 49, 46, 50, 47, 52, 48, 46, 49, 53, 55, 54, 56, 53, 55, 54],
  },
  {
    title: 'A steady rise or fall',
    sentence: `At least ${many} figures in a row each go up, or each go down.`,
    cause: '7 Point Trend (Increasing)',
    values: [51, 54, 49, 53, 47, 52, 48, 53, 50, 46, 51, 45, 46, 48, 49, 51, 53, 54],
  },
  {
    title: 'Two of three near a limit',
    sentence: 'Of three figures in a row on one side, two lie in the outer third of the range.',
    cause: '2 in 3 Above CL',
    values: [50, 52, 49, 51, 48, 50, 49, 51, 48, 50, 49, 51, 48, 50, 52, 56, 53, 56],
  },
]

/** The picture's limits, and the rows that the rules mark with its cause. */
export function judgePicture({ values, cause }: SignalPicture) {
  const chart = analyseControlChart({
    values,
    improvementDirection: 'neutral',
    target: null,
    rebaseAt: [],
    fixAfterNPoints: null,
  })
  const segment = chart.segments[0]
  return {
    mean: segment?.mean ?? null,
    limits: segment?.limits ?? null,
    marked: chart.points.map((point) => point.cause === cause),
    causes: [...new Set(chart.points.map((point) => point.cause))],
  }
}
