/**
 * Every reply that the app checks, and what checks it. The one list of its kind: the app fetches it as a whole, with
 * the first reply that there is to check, which of a page that came drawn may be none.
 */
export { safeParse } from 'zod/mini'
export { Action, ActionsReply } from './actions.ts'
export { AnalysisReply, SignalsReply } from './analysis.ts'
export { AuditChainReply, AuditReply, NoteExportReply } from './audit.ts'
export { ChangesReply } from './changes.ts'
export { Commentary, CommentaryDraftReply, CommentaryReply } from './commentary.ts'
export { Problem } from './common.ts'
export { DataQualityReply } from './data-quality.ts'
export { Edition, EditionsReply } from './editions.ts'
export { KpisReply } from './kpis.ts'
export { LoadLogReply } from './load-log.ts'
export { Load } from './loads.ts'
export { MappingLook, MappingsReply, SavedMapping } from './mappings.ts'
export { Organisation } from './organisation.ts'
export { OverviewReply } from './overview.ts'
export { StoredPack } from './packs.ts'
export { PlanReply } from './plan.ts'
export { SeriesReply } from './series.ts'
export { Session } from './session.ts'
export { WithheldReply } from './withheld.ts'
