import { analyseEdition, type EditionFigures } from '../../src/domain/analysis/analyse-edition.ts'
import type { EditionAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { type PackedSeries, unpackSeries } from './packed-series.ts'
import type { ToldVerdicts } from './protect-after.ts'

/** One audience's whole set of an edition, as it travels. */
export interface PackedEdition extends Omit<EditionFigures, 'series' | 'received'> {
  series: readonly PackedSeries[]
}

/** What is stored of an analysis; its documents are written where they are made, and travel as text. */
export interface AnalysisText {
  kind: 'kpi' | 'row' | 'impact' | 'family'
  id: string
  position: number
  document: string
}

export interface BothAnalyses {
  exact: AnalysisText[]
  protected: AnalysisText[]
}

/** Id of what concerns the whole edition. */
const whole = ''

/** For each audience from what that audience is shown, with the verdicts of the figures received. */
export function analyseBoth(
  received: PackedEdition,
  published: PackedEdition,
  verdicts: ToldVerdicts,
): BothAnalyses {
  const given = unpacked(received)
  const exact = analyseEdition(given)
  return {
    exact: textsOf(exact),
    protected: textsOf(
      analyseEdition({
        ...unpacked(published),
        received: { series: given.series, analysis: exact, ...verdicts },
      }),
    ),
  }
}

function unpacked({ series, ...edition }: PackedEdition): EditionFigures {
  return { ...edition, series: series.flatMap(unpackSeries) }
}

function textsOf({ kpis, rows, family, impacts }: EditionAnalysis): AnalysisText[] {
  const textOf = (kind: AnalysisText['kind'], id: string, position: number, document: object) => ({
    kind,
    id,
    position,
    document: JSON.stringify(document),
  })
  return [
    ...kpis.map((document, position) => textOf('kpi', document.kpi, position, document)),
    ...rows.map(({ kpi, ...document }, position) => textOf('row', kpi, position, document)),
    ...impacts.map((document, position) => textOf('impact', document.milestone, position, document)),
    textOf('family', whole, 0, family),
  ]
}
