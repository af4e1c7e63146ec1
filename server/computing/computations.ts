import { analyseEdition, type EditionFigures } from '../../src/domain/analysis/analyse-edition.ts'
import type { EditionAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { protectAfter, type ToldVerdicts, verdictsTakenBack } from './protect-after.ts'

/** What takes seconds of a publication, and asks nothing of a database: done in a thread of its own (compute.ts). */
export const computations = { analyseBoth, protectAfter, verdictsTakenBack }

export interface BothAnalyses {
  exact: EditionAnalysis
  protected: EditionAnalysis
}

/** For each audience from what that audience is shown, with the verdicts of the figures received. */
function analyseBoth(
  received: EditionFigures,
  published: EditionFigures,
  verdicts: ToldVerdicts,
): BothAnalyses {
  const exact = analyseEdition(received)
  return {
    exact,
    protected: analyseEdition({
      ...published,
      received: { series: received.series, analysis: exact, ...verdicts },
    }),
  }
}
