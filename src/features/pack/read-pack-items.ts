import type { QueryClient } from '@tanstack/react-query'
import { type Pack, tidyPack } from '../../domain/packs/pack.ts'
import type { ExhibitSourceValue } from '../../exhibits/exhibit-source.ts'
import type { DeckItem } from '../../exhibits/export/write-pptx.ts'
import { absentExhibit, reasonOf } from '../../exhibits/pack/absent-exhibit.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'

export interface ReadPackContext extends ExhibitSourceValue {
  queries: QueryClient
  signal: AbortSignal
  onProgress: (step: 'Reading', done: number) => void
}

export interface ReadPack {
  /** in the order of the page: by agenda item */
  items: DeckItem[]
  /** why some of them say that they cannot be shown */
  absent: string[]
}

/**
 * What every item of a pack shows, one after the other; one that cannot be shown says so in its place.
 * @throws the signal's reason where it was cancelled, and an error where nothing at all can be shown
 */
export async function readPackItems(
  pack: Pack,
  { load, origin, queries, signal, onProgress }: ReadPackContext,
): Promise<ReadPack> {
  const read: ReadPack = { items: [], absent: [] }
  for (const [index, { ref, group, line }] of tidyPack(pack).items.entries()) {
    signal.throwIfAborted()
    onProgress('Reading', index)
    try {
      const exhibit = await queries.ensureQueryData(exhibitQuery(ref, origin, load))
      read.items.push({ group, note: line, exhibit })
    } catch (error) {
      const reason = reasonOf(error)
      read.absent.push(reason)
      read.items.push({ group, note: line, exhibit: absentExhibit({ ref }, reason, origin, queries) })
    }
  }
  if (read.items.length === read.absent.length) throw new Error(read.absent[0] ?? 'The pack is empty.')
  return read
}
