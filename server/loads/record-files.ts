import { actionsFile } from '../../src/ingest/files/actions.ts'
import { commentaryFile } from '../../src/ingest/files/commentary.ts'
import { interventionsFile } from '../../src/ingest/files/interventions.ts'
import { kpisFile } from '../../src/ingest/files/kpis.ts'
import { membersFile } from '../../src/ingest/files/members.ts'
import { milestoneMovesFile } from '../../src/ingest/files/milestone-moves.ts'
import { milestonesFile } from '../../src/ingest/files/milestones.ts'
import { observationsColumns } from '../../src/ingest/files/observations.ts'
import { riskReviewsFile } from '../../src/ingest/files/risk-reviews.ts'
import { risksFile } from '../../src/ingest/files/risks.ts'
import { targetsFile } from '../../src/ingest/files/targets.ts'
import { trajectoryFile } from '../../src/ingest/files/trajectory.ts'
import { workstreamsFile } from '../../src/ingest/files/workstreams.ts'
import type { ColumnSet } from '../../src/ingest/header.ts'

/** The columns of every table of the contract, by the name of its file. */
export const columnsOfFile: ReadonlyMap<string, ColumnSet> = new Map([
  ['observations.csv', observationsColumns],
  ['kpis.csv', kpisFile.columns],
  ['targets.csv', targetsFile.columns],
  ['trajectory.csv', trajectoryFile.columns],
  ['milestones.csv', milestonesFile.columns],
  ['milestone-moves.csv', milestoneMovesFile.columns],
  ['workstreams.csv', workstreamsFile.columns],
  ['interventions.csv', interventionsFile.columns],
  ['risks.csv', risksFile.columns],
  ['risk-reviews.csv', riskReviewsFile.columns],
  ['members.csv', membersFile.columns],
  ['actions.csv', actionsFile.columns],
  ['commentary.csv', commentaryFile.columns],
])
