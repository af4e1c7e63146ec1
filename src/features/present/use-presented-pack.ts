import type { PackItem } from '../../domain/packs/pack.ts'
import { type AddressedPack, useAddressedPack } from '../../exhibits/pack/use-addressed-pack.ts'
import type { PresentSearch } from './present-search.ts'

/** What is presented: the pack of the address, or one measure as a pack of its own. */
export function usePresentedPack(search: PresentSearch): AddressedPack {
  const addressed = useAddressedPack(search)
  if (search.kpi === undefined || addressed.kind !== 'none') return addressed
  const item: PackItem = { ref: { kind: 'trend', kpi: search.kpi, search: {} }, group: '', line: '' }
  return { kind: 'read', pack: { name: '', items: [item] }, leftOut: [] }
}
