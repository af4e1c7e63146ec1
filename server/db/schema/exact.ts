import { defineAudienceTables } from './versioned.ts'

/** What signed-in officers may see. */
export const exactTables = defineAudienceTables('exact')
export const {
  series: exactSeries,
  figure: exactFigure,
  record: exactRecord,
  analysis: exactAnalysis,
} = exactTables
