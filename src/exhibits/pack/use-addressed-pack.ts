import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { faultOfWords, packQuery } from '../../api/packs.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import type { ReadPack } from '../../domain/packs/pack-form.ts'
import { decodePack } from '../../domain/packs/pack-text.ts'
import type { PackSearch } from './pack-search.ts'

export type AddressedPack =
  /** the address names none */
  | { kind: 'none' }
  | { kind: 'reading' }
  | ({ kind: 'read' } & ReadPack)
  | { kind: 'unreadable' }
  | { kind: 'failed'; error: Error; onRetry: () => void }

/** The pack that an address opens, whole in it or held by the service; as far as it can be read. */
export function useAddressedPack({ items, pack: id }: PackSearch): AddressedPack {
  const stored = useQuery({ ...packQuery(id ?? ''), enabled: id !== undefined && items === undefined })
  const inAddress = useMemo(() => (items === undefined ? null : decodePack(items)), [items])
  if (items !== undefined)
    return inAddress ? { kind: 'read', ...withoutPersons(inAddress) } : { kind: 'unreadable' }
  if (id === undefined) return { kind: 'none' }
  if (stored.data) return { kind: 'read', ...stored.data }
  if (!stored.error) return { kind: 'reading' }
  return { kind: 'failed', error: stored.error, onRetry: () => void stored.refetch() }
}

/** Words of an address were checked by nobody: those that name a person are not shown. */
function withoutPersons({ pack, leftOut }: ReadPack): ReadPack {
  const { name, items } = pack
  const words = [name, ...items.flatMap(({ group, line }) => [group, line])]
  if (!words.some(faultOfWords)) return { pack, leftOut }
  const harmless = (text: string) => (faultOfWords(text) ? '' : text)
  const safe: Pack = {
    name: harmless(name),
    items: items.map(({ ref, group, line }) => ({ ref, group: harmless(group), line: harmless(line) })),
  }
  return { pack: safe, leftOut: [...leftOut, 'words that held an NHS number or named a person'] }
}
