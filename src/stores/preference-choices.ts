import { keptValue } from './safe-storage.ts'

/** What a reader may choose; the first of each is what stands without a choice. */
export const preferenceChoices = {
  /** per cent of the browser's own size */
  textSize: ['100', '112', '125', '150'],
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  motion: ['system', 'reduced'],
  /** keys of a single character, which speech input may press by mistake */
  shortcuts: ['on', 'off'],
} as const

type Choices = typeof preferenceChoices
export type PreferenceName = keyof Choices
export type Preferences = { [Name in PreferenceName]: Choices[Name][number] }

export const defaultPreferences: Preferences = {
  textSize: '100',
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  shortcuts: 'on',
}

/** Where a browser keeps them. */
export const preferencesName = 'preferences'

/** Each setting that can be read, and the default for each that cannot. */
export function readPreferences(kept: unknown): Preferences {
  return {
    textSize: choiceOf('textSize', kept),
    theme: choiceOf('theme', kept),
    contrast: choiceOf('contrast', kept),
    motion: choiceOf('motion', kept),
    shortcuts: choiceOf('shortcuts', kept),
  }
}

function choiceOf<Name extends PreferenceName>(name: Name, kept: unknown): Preferences[Name] {
  const choices: readonly unknown[] = preferenceChoices[name]
  const value = keptValue(kept, name)
  return isChoice<Preferences[Name]>(choices, value) ? value : defaultPreferences[name]
}

function isChoice<Choice>(choices: readonly unknown[], value: unknown): value is Choice {
  return choices.includes(value)
}
