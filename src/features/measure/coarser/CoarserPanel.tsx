import { coarserMeasure } from '../../../domain/analysis/coarser-measure.ts'
import { because, noVerdictOnCoarser } from '../../../domain/analysis/coarser-words.ts'
import type { CoarserAnalysis } from '../../../domain/analysis/edition-analysis.ts'
import { capital } from '../../../domain/measures/letter-case.ts'
import type { AssembledTrend } from '../../../domain/trends/assemble-trend.ts'
import { buildCoarserTrend } from '../../../domain/trends/coarser-trend.ts'
import { TrendFigure } from '../trend/TrendFigure.tsx'
import { TrendTable } from '../trend/TrendTable.tsx'

export interface CoarserPanelProps {
  trend: AssembledTrend
  /** what is told of the quarters stands here as well, where nothing is told of the months */
  view: 'chart' | 'table' | undefined
}

/** A measure of which some months are too small to publish, in quarters, or in twelve months at a time: a chart of its own. */
export function CoarserPanel({ trend, view }: CoarserPanelProps) {
  const { kpi, coarser, plan, asOf, isWhole, analysis } = trend
  const model = coarser && isWhole ? buildCoarserTrend(kpi, coarser, plan, asOf) : null
  if (!coarser || !model) return null
  const { name, frequency } = coarserMeasure(kpi, coarser.span)
  const table = <TrendTable model={model} title={name} frequency={frequency} />
  return (
    <section className="section" aria-labelledby="coarser">
      <div className="section-head">
        <h2 className="heading-2" id="coarser">
          {capital(because(kpi, coarser.span))}
        </h2>
        <p>{whatIsTold(coarser, analysis?.variation != null)}</p>
      </div>
      {view === 'table' ? (
        table
      ) : (
        <>
          <TrendFigure model={model} title={name} changes={[]} selected={null} onSelect={() => undefined} />
          <details>
            <summary>The same figures as a table</summary>
            {table}
          </details>
        </>
      )}
    </section>
  )
}

/** Why there is no verdict is not told: that months say otherwise would say what they are. */
function whatIsTold({ analysis }: Pick<CoarserAnalysis, 'analysis'>, areMonthsJudged: boolean): string {
  if (analysis) return `${analysis.headline}.`
  return areMonthsJudged ? 'Change is judged by the months above.' : noVerdictOnCoarser
}
