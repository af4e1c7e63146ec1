import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { keptValue, safeStorage } from './safe-storage.ts'

/** A pack as plain lists (domain/packs/pack-form.ts), and the edition that it was put together from. */
export interface KeptPack {
  form: unknown
  edition: number | null
}

interface PackStore extends KeptPack {
  /** what stood before the last change, while the page is open */
  before: KeptPack | null
  keep: (pack: KeptPack) => void
  undo: () => void
}

/**
 * The pack that is being put together on this device. What its form holds is for the reader to check: another
 * version of the app may have kept it.
 */
export const usePackStore = create<PackStore>()(
  persist(
    (set) => ({
      form: null,
      edition: null,
      before: null,
      keep: ({ form, edition }) =>
        set((now) => ({ form, edition, before: { form: now.form, edition: now.edition } })),
      undo: () => set(({ before }) => (before ? { ...before, before: null } : {})),
    }),
    {
      name: 'pack',
      storage: safeStorage<KeptPack>(),
      partialize: ({ form, edition }) => ({ form, edition }),
      merge: (kept, current) => {
        const edition = keptValue(kept, 'edition')
        return {
          ...current,
          form: keptValue(kept, 'form') ?? null,
          edition: typeof edition === 'number' ? edition : null,
        }
      },
    },
  ),
)

/** Reads again what another page of this browser may have kept meanwhile. */
export function readPackAnew(): void {
  void usePackStore.persist.rehydrate()
}
