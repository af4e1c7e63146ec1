import { defineAudienceTables } from './versioned.ts'

/** What everybody may see. */
export const protectedTables = defineAudienceTables('protected')
export const {
  series: protectedSeries,
  figure: protectedFigure,
  record: protectedRecord,
  analysis: protectedAnalysis,
  action: protectedAction,
} = protectedTables
