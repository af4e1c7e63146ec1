import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

interface Preferences {
  theme: ThemeChoice
  chooseTheme: (theme: ThemeChoice) => void
}

/** A reader's own settings: kept in this browser, never part of a link. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      chooseTheme: (theme) => set({ theme }),
    }),
    { name: 'preferences', partialize: ({ theme }) => ({ theme }) },
  ),
)
