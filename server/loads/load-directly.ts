import { readFile } from 'node:fs/promises'
import type { Load } from '../../src/contract/loads.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import type { Database } from '../db/database.ts'
import { type LoadArguments, namingOf } from './load-arguments.ts'
import type { ReceivedFile } from './load-files.ts'
import { createLoads } from './loads.ts'
import { fileOnDisk } from './source-file.ts'
import { collectSources, listSent } from './source-files.ts'

/** Stages, and publishes where a label was given, in a database that this process has to itself. */
export async function loadDirectly(
  database: Database,
  given: LoadArguments,
  onPublished: (head: ChainHead) => void = () => undefined,
): Promise<Load> {
  const files = await collectSources(given.paths)
  const mapping = given.mapping === null ? null : fileOnDisk(given.mapping)
  const turn = createLoads(database, { onPublished }).begin(commandLine)
  const received = given.at === null ? [] : await listReceived(given)
  const load = await turn.stage(async () => ({ files, mapping, received }))
  const naming = namingOf(load, given)
  if (!naming) return load
  return given.at === null
    ? await turn.publish(load.id, naming)
    : await turn.schedule(load.id, naming, given.at)
}

/** What is published later is kept meanwhile, as a service would have received it. */
async function listReceived({ paths, mapping }: LoadArguments): Promise<ReceivedFile[]> {
  const text = mapping === null ? '' : await readFile(mapping, 'utf8')
  const sent = (await Promise.all(paths.map((path) => listSent(path, text)))).flat()
  const files = sent.map(({ label, isNamed }) => ({ path: label, label, isMapping: false, isNamed }))
  return mapping === null
    ? files
    : [...files, { path: mapping, label: mapping, isMapping: true, isNamed: true }]
}
