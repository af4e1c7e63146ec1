import type { Load } from '../../src/contract/loads.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import type { Database } from '../db/database.ts'
import { type LoadArguments, namingOf } from './load-arguments.ts'
import { createLoads } from './loads.ts'
import { fileOnDisk } from './source-file.ts'
import { collectSources } from './source-files.ts'

/** Stages, and publishes where a label was given, in a database that this process has to itself. */
export async function loadDirectly(
  database: Database,
  given: LoadArguments,
  onPublished: (head: ChainHead) => void = () => undefined,
): Promise<Load> {
  const files = await collectSources(given.paths)
  const mapping = given.mapping === null ? null : fileOnDisk(given.mapping)
  const turn = createLoads(database, { onPublished }).begin(commandLine)
  const load = await turn.stage(async () => ({ files, mapping }))
  const naming = namingOf(load, given)
  return naming ? await turn.publish(load.id, naming) : load
}
