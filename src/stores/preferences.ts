import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import {
  defaultPreferences,
  type Preferences,
  preferencesName,
  readPreferences,
} from './preference-choices.ts'
import { safeStorage } from './safe-storage.ts'

interface PreferenceStore extends Preferences {
  choose: (changes: Partial<Preferences>) => void
  chooseDefaults: () => void
}

/** A reader's own settings: kept in this browser, never part of a link. */
export const usePreferences = create<PreferenceStore>()(
  persist(
    (set) => ({
      ...defaultPreferences,
      choose: (changes) => set(changes),
      chooseDefaults: () => set(defaultPreferences),
    }),
    {
      name: preferencesName,
      storage: safeStorage<Preferences>(),
      partialize: ({ textSize, theme, contrast, motion, shortcuts }) => ({
        textSize,
        theme,
        contrast,
        motion,
        shortcuts,
      }),
      merge: (kept, current) => ({ ...current, ...readPreferences(kept) }),
    },
  ),
)
