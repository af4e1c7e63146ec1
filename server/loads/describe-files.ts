import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { LoggedFile, LoggedMapping } from '../../src/contract/load-log.ts'
import type { SavedMatch } from '../../src/contract/mappings.ts'
import type { LoadFiles } from './load-files.ts'
import { fileOnDisk, findPersonInPath, type SourceFile } from './source-file.ts'

export interface DescribedFiles {
  files: LoggedFile[]
  mapping: LoggedMapping | null
}

/**
 * Name, size and SHA-256 of every file of a load: as they were sent, where they were sent.
 *
 * @param saved the mappings that were saved before and read its files
 */
export async function describeFiles(
  { files, mapping, received }: LoadFiles,
  saved: readonly SavedMatch[] = [],
): Promise<DescribedFiles> {
  const sent = received?.filter(({ isMapping }) => !isMapping)
  const sources = sent?.map(({ path, label }) => ({ ...fileOnDisk(path), name: basename(label) })) ?? files
  const described: LoggedFile[] = []
  for (const source of sources) described.push(await describeFile(source))
  return { files: described, mapping: mapping && { ...(await describeFile(mapping)), saved: [...saved] } }
}

async function describeFile({ name, open }: SourceFile): Promise<LoggedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of await open()) {
    hash.update(piece)
    bytes += piece.length
  }
  return { name: findPersonInPath(name) === null ? name : '', bytes, sha256: hash.digest('hex') }
}
