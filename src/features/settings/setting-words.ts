import type { PreferenceName } from '../../stores/preference-choices.ts'

interface SettingWords {
  legend: string
  hint?: string
  /** a word for each choice */
  words: Readonly<Record<string, string>>
}

/** What each setting and each of its choices is called. */
export const settingWords: Record<PreferenceName, SettingWords> = {
  textSize: {
    legend: 'Text size',
    words: { '100': '100%', '112': '112%', '125': '125%', '150': '150%' },
    hint: 'For words and tables. To enlarge charts as well, use the zoom of the browser.',
  },
  theme: {
    legend: 'Theme',
    words: { system: 'As this device', light: 'Light', dark: 'Dark' },
  },
  contrast: {
    legend: 'Contrast',
    words: { system: 'As this device', more: 'More' },
  },
  motion: {
    legend: 'Motion',
    words: { system: 'As this device', reduced: 'Reduced' },
    hint: 'Charts never move. Reduced also stops the change of colour under the pointer.',
  },
  shortcuts: {
    legend: 'Keys of one character',
    words: { on: 'On', off: 'Off' },
    hint: 'The keys / and ? open Find and the list of keys; letters lead a presentation and a briefing. Switch them off if you speak to your computer: buttons, arrows and Ctrl and K still do everything.',
  },
}
