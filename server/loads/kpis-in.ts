import { kpisFile } from '../../src/ingest/files/kpis.ts'
import { readRecords } from '../../src/ingest/record-file.ts'
import { readTable } from './read-table.ts'
import { fileOfContract } from './sort-sources.ts'
import type { SourceFile } from './source-file.ts'

/** The measures that kpis.csv among these files defines; what is wrong with it, the load says. */
export async function kpisIn(files: readonly SourceFile[]): Promise<{ id: string; name: string }[]> {
  const source = files.find((one) => fileOfContract(one) === 'kpis.csv')
  if (!source) return []
  const none = {
    kpis: new Map(),
    milestones: new Set<string>(),
    risks: new Set<string>(),
    workstreams: new Set<string>(),
  }
  const rows = readTable(source, () => undefined, { wanted: new Set(kpisFile.columns.required) })
  const records = await readRecords(source.label, rows, kpisFile, none, () => undefined)
  return records.map(({ item }) => ({ id: item.id, name: item.name }))
}
