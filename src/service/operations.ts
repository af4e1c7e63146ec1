import { editAction, readActions, recordAction } from './actions.ts'
import { readAnalysis } from './analysis.ts'
import { checkAudit, noteExport, readAudit } from './audit.ts'
import { readChanges } from './changes.ts'
import { readCommentary, writeCommentary } from './commentary.ts'
import { readDataQuality } from './data-quality.ts'
import { listEditions, readEdition, withdrawEdition } from './editions.ts'
import { readKpis } from './kpis.ts'
import type { Operation } from './operation.ts'
import { readOrganisation } from './organisation.ts'
import { readOverview } from './overview.ts'
import { readPack, storePack } from './packs.ts'
import { readPlan } from './plan.ts'
import { readSeries } from './series.ts'
import { readSession } from './session.ts'
import { readSignals } from './signals.ts'
import { readWithheld } from './withheld.ts'

/** Everything that the API does beside signing in and loading, which need a request and a machine. */
export const operations: readonly Operation[] = [
  readSession,
  readOrganisation,
  listEditions,
  readEdition,
  withdrawEdition,
  readKpis,
  readSeries,
  readOverview,
  readPlan,
  readChanges,
  readDataQuality,
  readWithheld,
  readAnalysis,
  readActions,
  recordAction,
  editAction,
  readCommentary,
  writeCommentary,
  storePack,
  readPack,
  readSignals,
  readAudit,
  checkAudit,
  noteExport,
]
