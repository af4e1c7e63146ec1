import type { QueryClient } from '@tanstack/react-query'
import { type Pack, tidyPack } from '../../domain/packs/pack.ts'
import type { ExhibitSourceValue } from '../../exhibits/exhibit-source.ts'
import type { DeckItem } from '../../exhibits/export/write-pptx.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'

export interface ReadPackContext extends ExhibitSourceValue {
  queries: QueryClient
  signal: AbortSignal
  onProgress: (step: 'Reading', done: number) => void
}

export interface ReadPack {
  /** in the order of the page: by agenda item */
  items: DeckItem[]
  /** why what is not among them could not be read */
  leftOut: string[]
}

/**
 * What every item of a pack shows, one after the other; one that cannot be read leaves the rest whole.
 * @throws the signal's reason where it was cancelled, and an error where nothing at all could be read
 */
export async function readPackItems(
  pack: Pack,
  { load, origin, queries, signal, onProgress }: ReadPackContext,
): Promise<ReadPack> {
  const read: ReadPack = { items: [], leftOut: [] }
  for (const [index, { ref, group, line }] of tidyPack(pack).items.entries()) {
    signal.throwIfAborted()
    onProgress('Reading', index)
    try {
      const exhibit = await queries.ensureQueryData(exhibitQuery(ref, origin, load))
      read.items.push({ group, note: line, exhibit })
    } catch (error) {
      read.leftOut.push(error instanceof Error ? error.message : 'unknown reason')
    }
  }
  if (read.items.length === 0) throw new Error(read.leftOut[0] ?? 'The pack is empty.')
  return read
}
