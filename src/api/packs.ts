import { queryOptions } from '@tanstack/react-query'
import { officerPaths } from '../contract/officer-paths.ts'
import { paths } from '../contract/paths.ts'
import { findPerson, personWords } from '../contract/person-in-text.ts'
import type { Pack } from '../domain/packs/pack.ts'
import { readStored, storedForm } from '../domain/packs/stored-form.ts'
import { getJson, sendJson } from './client.ts'

/** A stored pack: it never changes. What this version of the app does not know of it is named. */
export const packQuery = (id: string) =>
  queryOptions({
    queryKey: ['pack', id],
    queryFn: async ({ signal }) =>
      readStored(await getJson(paths.pack(id), ({ StoredPack }) => StoredPack, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Stores a pack for whoever gets its id. The same pack has the same id however often it is stored. */
export async function storePack(pack: Pack): Promise<string> {
  const { id } = await sendJson(
    'POST',
    officerPaths.storePack(),
    ({ StoredPack }) => StoredPack,
    storedForm(pack),
  )
  return id
}

/** Why words may not stand in a pack, which leaves with its link; null where they may. */
export function faultOfWords(given: string): string | null {
  const kind = findPerson(given)
  return kind && `This holds ${personWords[kind]}. No person is named here.`
}
