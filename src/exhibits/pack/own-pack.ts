import { useEffect, useMemo } from 'react'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf } from '../../domain/measures/format.ts'
import { addItem } from '../../domain/packs/edit-pack.ts'
import { emptyPack, type Pack, packLimits } from '../../domain/packs/pack.ts'
import { readPack, writePack } from '../../domain/packs/pack-form.ts'
import { readPackAnew, usePackStore } from '../../stores/pack.ts'

export interface OwnPack {
  pack: Pack
  /** the edition that it was put together from; null while it is empty */
  edition: number | null
  change: (pack: Pack, edition?: number) => void
  /** takes the last change back; null where there is none */
  undo: (() => void) | null
}

/** The pack that is being put together on this device, whichever page of the browser changes it. */
export function useOwnPack(): OwnPack {
  const { form, edition, before, undo } = usePackStore()
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === 'pack') readPackAnew()
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [])
  const pack = useMemo(() => packOf(form), [form])
  return {
    pack,
    edition: pack.items.length > 0 ? edition : null,
    change: (changed, from) => keepPack(changed, from ?? edition),
    undo: before ? undo : null,
  }
}

/**
 * Adds a chart or table to the pack of this device.
 *
 * @param group the agenda item that it goes under; the last one of the pack where none is named
 * @returns what came of it, in words for the reader
 */
export function addToPack(ref: ExhibitRef, edition: number, group?: string): string {
  readPackAnew()
  const kept = usePackStore.getState()
  const pack = packOf(kept.form)
  const outcome = addItem(pack, { ref, group: group ?? pack.items.at(-1)?.group ?? '', line: '' })
  switch (outcome.kind) {
    case 'known':
      return 'It is in your pack already.'
    case 'full':
      return `Your pack is full: it holds ${packLimits.items} charts and tables.`
    case 'added': {
      keepPack(outcome.pack, pack.items.length > 0 ? (kept.edition ?? edition) : edition)
      return `Added to your pack, which holds ${countOf(outcome.pack.items.length, 'chart or table', 'charts and tables')} now.`
    }
  }
}

function keepPack(pack: Pack, edition: number | null): void {
  usePackStore.getState().keep({ form: writePack(pack), edition })
}

function packOf(form: unknown): Pack {
  return readPack(form)?.pack ?? emptyPack
}
