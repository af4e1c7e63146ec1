import {
  analyseControlChart,
  type ControlChart,
  type ControlChartInput,
  type ControlChartOptions,
  referenceOptions,
} from '../../src/domain/spc/control-chart.ts'

/** A control chart of plain values: higher is better, no target, one segment, limits from every row. */
export function aControlChart(
  values: readonly (number | null)[],
  input: Partial<ControlChartInput> = {},
  options: Partial<ControlChartOptions> = {},
): ControlChart {
  return analyseControlChart(
    {
      values,
      improvementDirection: 'increase',
      target: null,
      rebaseAt: [],
      fixAfterNPoints: null,
      ...input,
    },
    { ...referenceOptions, ...options },
  )
}
