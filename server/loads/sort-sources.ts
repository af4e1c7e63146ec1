import type { FileMapping, Mapping } from '../../src/ingest/mapping.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import type { SourceFile } from './source-file.ts'

/** Files whose records are few: definitions, the plan, actions and commentary. */
const recordFileNames = [
  'kpis.csv',
  'targets.csv',
  'trajectory.csv',
  'milestones.csv',
  'milestone-moves.csv',
  'workstreams.csv',
  'interventions.csv',
  'risks.csv',
  'risk-reviews.csv',
  'members.csv',
  'actions.csv',
  'commentary.csv',
] as const
export type RecordFileName = (typeof recordFileNames)[number]

export interface SortedSources {
  organisation: SourceFile | null
  records: Map<RecordFileName, SourceFile>
  observations: SourceFile[]
  mapped: { source: SourceFile; mapping: FileMapping }[]
}

/** Which file is what, by its name; a mapping says it of files that have names of their own. */
export function sortSources(
  sources: readonly SourceFile[],
  mapping: Mapping | null,
  report: Report,
): SortedSources {
  const sorted: SortedSources = { organisation: null, records: new Map(), observations: [], mapped: [] }
  for (const source of sources) {
    const at = problemAt({ file: source.label, line: 0, column: 0 })
    const own = mapping?.files.filter(({ file }) => file === source.name) ?? []
    const record = recordFileNames.find((name) => name === source.name)
    if (own.length) sorted.mapped.push(...own.map((one) => ({ source, mapping: one })))
    else if (record) {
      if (sorted.records.has(record)) report(at.error(`${record} is given twice`, 'load one of the two'))
      else sorted.records.set(record, source)
    } else if (source.name === 'observations.csv') sorted.observations.push(source)
    else if (source.name === 'organisation.json') {
      if (sorted.organisation) report(at.error('organisation.json is given twice', 'load one of the two'))
      else sorted.organisation = source
    } else if (source.isNamed) {
      report(
        at.error(
          'the file is none of a load, and no mapping names it',
          'give a mapping for it with --mapping, or leave it out (docs/loading.md lists the files)',
        ),
      )
    } else if (source.name.endsWith('.csv')) {
      report(
        at.notice('the file is none of a load and is ignored', 'name it in a mapping if it holds figures'),
      )
    }
  }
  reportAbsent(mapping, sources, report)
  return sorted
}

function reportAbsent(mapping: Mapping | null, sources: readonly SourceFile[], report: Report) {
  for (const { file } of mapping?.files ?? []) {
    if (sources.some(({ name }) => name === file)) continue
    report(
      problemAt({ file, line: 0, column: 0 }).notice(
        'the mapping names this file, and the load does not have it',
        'add its path if its figures belong to this load',
      ),
    )
  }
}
