import type { LoadProblem } from '../../src/contract/loads.ts'
import { isOfPattern, withoutEnding } from '../../src/ingest/mapping/cut-text.ts'
import type { FileMapping, Mapping } from '../../src/ingest/mapping.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { isWorkbook } from './sheets/open-workbook.ts'
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
const figuresFile = 'observations.csv'

export interface SortedSources {
  organisation: SourceFile | null
  records: Map<RecordFileName, SourceFile>
  observations: SourceFile[]
  mapped: { source: SourceFile; mapping: FileMapping }[]
  /** tables that nothing describes, and that somebody meant */
  undescribed: SourceFile[]
}

/** Which file is what, by its name; a mapping says it of files that have names of their own. */
export function sortSources(
  sources: readonly SourceFile[],
  mapping: Mapping | null,
  report: Report,
  /** of tables that nothing describes, by their label: what saved mappings say of them */
  hints: ReadonlyMap<string, Pick<LoadProblem, 'message' | 'remedy'>> = new Map(),
): SortedSources {
  const sorted: SortedSources = {
    organisation: null,
    records: new Map(),
    observations: [],
    mapped: [],
    undescribed: [],
  }
  const unused: SourceFile[] = []
  for (const source of sources) {
    const at = problemAt({ file: source.label, line: 0, column: 0 })
    const own = mapping?.files.filter((one) => isMappedBy(source, one)) ?? []
    const name = fileOfContract(source)
    const record = recordFileNames.find((one) => one === name)
    if (own.length) sorted.mapped.push(...own.map((one) => ({ source, mapping: one })))
    else if (record) {
      if (sorted.records.has(record)) report(at.error(`${record} is given twice`, 'load one of the two'))
      else sorted.records.set(record, source)
    } else if (name === figuresFile) sorted.observations.push(source)
    else if (name === 'organisation.json') {
      if (sorted.organisation) report(at.error('organisation.json is given twice', 'load one of the two'))
      else sorted.organisation = source
    } else unused.push(source)
  }
  const used = new Set([
    ...sorted.mapped.map(({ source }) => source),
    ...sorted.records.values(),
    ...sorted.observations,
  ])
  const usedWorkbooks = new Set([...used].flatMap(({ sheet, name }) => (sheet ? [name] : [])))
  const isMeant = ({ isNamed, sheet, name }: SourceFile) => isNamed && !(sheet && usedWorkbooks.has(name))
  sorted.undescribed = unused.filter(isMeant)
  reportUnused(unused, usedWorkbooks, hints, report)
  reportAbsent(mapping, sources, report)
  return sorted
}

/** Whether a mapping is of this file or sheet. One that names no sheet is of the only one that its workbook shows. */
export function isMappedBy({ name, sheet }: SourceFile, mapping: FileMapping): boolean {
  if (!isOfPattern(name, mapping.file)) return false
  if (!sheet) return mapping.sheet === undefined
  return mapping.sheet === undefined ? sheet.isOnly : isOfPattern(sheet.name, mapping.sheet)
}

/**
 * Which file of the contract this is, as its name in text, in whatever letters; null where it is none. A sheet is one by its own name, or as
 * the only sheet of a workbook that is named so. A hidden one is none.
 *
 * @example kpis.xlsx with one sheet, the sheet "kpis" of figures.ods → 'kpis.csv'
 */
export function fileOfContract({ name, sheet }: SourceFile): string | null {
  const isOfContract = (one: string) =>
    one === figuresFile || recordFileNames.some((record) => record === one)
  const written = name.toLowerCase()
  if (!sheet) return isOfContract(written) || written === 'organisation.json' ? written : null
  if (sheet.isHidden) return null
  const names = [
    `${sheet.name.trim().toLowerCase()}.csv`,
    ...(sheet.isOnly ? [`${withoutEnding(written)}.csv`] : []),
  ]
  return names.find(isOfContract) ?? null
}

/** A workbook has sheets beside the one that is meant; a file that was named is meant itself. */
function reportUnused(
  unused: readonly SourceFile[],
  usedWorkbooks: ReadonlySet<string>,
  hints: ReadonlyMap<string, Pick<LoadProblem, 'message' | 'remedy'>>,
  report: Report,
) {
  for (const { name, label, sheet, isNamed } of unused) {
    const at = problemAt({ file: label, line: 0, column: 0 })
    const hint = hints.get(label)
    if (sheet && usedWorkbooks.has(name)) {
      report(
        at.notice(
          `the ${sheet.isHidden ? 'hidden ' : ''}sheet is none of a load and is ignored`,
          'name it in a mapping ("sheet") if it holds figures',
        ),
      )
    } else if (hint) {
      report(isNamed ? at.error(hint.message, hint.remedy) : at.notice(hint.message, hint.remedy))
    } else if (isNamed) {
      report(
        at.error(
          `the ${sheet ? 'sheet' : 'file'} is none of a load, and no mapping names it`,
          sheet
            ? 'point at its columns at the desk, give a mapping that names the workbook and this sheet, or leave it out (docs/loading.md)'
            : 'point at its columns at the desk, give a mapping for it, or leave it out (docs/loading.md lists the files)',
        ),
      )
    } else if (/\.(?:csv|tsv|txt)$/i.test(name) || isWorkbook(name)) {
      report(
        at.notice(
          `the ${sheet ? 'sheet' : 'file'} is none of a load and is ignored`,
          'name it in a mapping if it holds figures',
        ),
      )
    }
  }
}

function reportAbsent(mapping: Mapping | null, sources: readonly SourceFile[], report: Report) {
  for (const one of mapping?.files ?? []) {
    if (sources.some((source) => isMappedBy(source, one))) continue
    const ofName = sources.filter(({ name }) => isOfPattern(name, one.file))
    const at = problemAt({ file: one.file, line: 0, column: 0 })
    if (ofName.some(({ sheet }) => sheet)) {
      report(
        at.error(
          one.sheet === undefined
            ? `the workbook has ${ofName.length} sheets, and the mapping does not say which`
            : 'the workbook has no sheet of the name that the mapping gives',
          `give "sheet" in the mapping`,
        ),
      )
      continue
    }
    report(
      at.notice(
        'the mapping names this file, and the load does not have it',
        'add its path if its figures belong to this load',
      ),
    )
  }
}
