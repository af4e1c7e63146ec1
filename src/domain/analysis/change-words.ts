import { formatDifference, formatValueInWords } from '../measures/format.ts'
import type { MeasureContext } from './chart-series.ts'
import type { ChangeAnalysis } from './edition-analysis.ts'

/** The words of a measure before and after one occurrence; "after", never "because of". */
export function writeChangeWords({ kpi }: MeasureContext, change: Omit<ChangeAnalysis, 'sentence'>): string {
  const { estimate, title } = change
  switch (estimate.kind) {
    case 'estimated':
      return estimate.level.isClaimed
        ? `After ${title} the level changed by ${formatDifference(kpi, estimate.level.size)}, to ${formatValueInWords(kpi, change.after?.mean ?? 0)}.`
        : `There is no evidence that the level changed after ${title}.`
    case 'too-few-points':
      return `There are too few figures to judge what came after ${title}.`
    case 'overlaps':
      return `What came after ${title} cannot be told from what came after ${estimate.with}.`
    case 'not-estimable':
      return `The figures do not allow an estimate of what came after ${title}.`
  }
}
