import type { LoadedRecords } from '../../src/ingest/assemble.ts'
import { actionsFile } from '../../src/ingest/files/actions.ts'
import { commentaryFile } from '../../src/ingest/files/commentary.ts'
import { interventionsFile } from '../../src/ingest/files/interventions.ts'
import { kpisFile } from '../../src/ingest/files/kpis.ts'
import { membersFile } from '../../src/ingest/files/members.ts'
import { milestoneMovesFile } from '../../src/ingest/files/milestone-moves.ts'
import { milestonesFile } from '../../src/ingest/files/milestones.ts'
import { readOrganisationFile } from '../../src/ingest/files/organisation.ts'
import { riskReviewsFile } from '../../src/ingest/files/risk-reviews.ts'
import { risksFile } from '../../src/ingest/files/risks.ts'
import { targetsFile } from '../../src/ingest/files/targets.ts'
import { trajectoryFile } from '../../src/ingest/files/trajectory.ts'
import { workstreamsFile } from '../../src/ingest/files/workstreams.ts'
import type { Report } from '../../src/ingest/problem.ts'
import { type KnownIds, type Placed, type RecordFile, readRecords } from '../../src/ingest/record-file.ts'
import type { Standing } from '../../src/ingest/standing.ts'
import { readText } from './read-csv.ts'
import { readTable } from './read-table.ts'
import type { RecordFileName, SortedSources } from './sort-sources.ts'

/** Reads every file but the figures, in the order in which they name each other. */
export async function readLoadedRecords(
  sources: SortedSources,
  standing: Standing,
  report: Report,
): Promise<LoadedRecords> {
  /** of what the files name: told of whoever names them, whose own cells are right */
  const refused = new Map<string, string>()
  const known: KnownIds = {
    refused,
    kpis: new Map(standing.kpis.map((kpi) => [kpi.id, kpi])),
    milestones: new Set(standing.plan.milestones.map(({ id }) => id)),
    risks: new Set(standing.plan.risks.map(({ id }) => id)),
    workstreams: new Set(standing.plan.workstreams.flatMap(({ id, name }) => [id, name])),
  }
  const read = async <Item>(
    name: RecordFileName,
    kind: RecordFile<Item>,
    ids: KnownIds,
    what: string | null = null,
    lines = new Map<string, number>(),
  ): Promise<Placed<Item>[]> => {
    const source = sources.records.get(name)
    if (!source) return []
    const rows = readTable(source, report, { wanted: new Set(kind.columns.required) })
    const records = await readRecords(source.label, rows, kind, ids, report, lines)
    if (what !== null)
      for (const [id, line] of lines) refused.set(`${what} ${id}`, `line ${line} of ${source.label}`)
    return records
  }

  const refusedKpis = new Map<string, number>()
  const kpis = await read('kpis.csv', kpisFile, known, 'measure', refusedKpis)
  const workstreams = await read('workstreams.csv', workstreamsFile, known, 'workstream')
  const withKpis: KnownIds = {
    ...known,
    kpis: new Map([...known.kpis, ...kpis.map(({ item }) => [item.id, item] as const)]),
    workstreams: new Set([...known.workstreams, ...workstreams.flatMap(({ item }) => [item.id, item.name])]),
  }
  const milestones = await read('milestones.csv', milestonesFile, withKpis, 'milestone')
  const risks = await read('risks.csv', risksFile, withKpis, 'risk')
  const withPlan: KnownIds = {
    ...withKpis,
    milestones: new Set([...known.milestones, ...milestones.map(({ item }) => item.id)]),
    risks: new Set([...known.risks, ...risks.map(({ item }) => item.id)]),
  }
  const { organisation } = sources
  const organisationText = organisation && (await readText(organisation, report))
  return {
    organisation:
      organisation && organisationText
        ? readOrganisationFile(organisation.label, organisationText, report)
        : null,
    kpis,
    refusedKpis,
    workstreams,
    milestones,
    risks,
    targets: await read('targets.csv', targetsFile, withPlan),
    trajectory: await read('trajectory.csv', trajectoryFile, withPlan),
    moves: await read('milestone-moves.csv', milestoneMovesFile, withPlan),
    interventions: await read('interventions.csv', interventionsFile, withPlan),
    reviews: await read('risk-reviews.csv', riskReviewsFile, withPlan),
    members: await read('members.csv', membersFile, withPlan),
    actions: await read('actions.csv', actionsFile, withPlan),
    commentary: await read('commentary.csv', commentaryFile, withPlan),
  }
}
