import { type Preferences, usePreferences } from '../stores/preferences.ts'

/**
 * Keeps the page as the reader chose, in `data-` attributes that tokens.css and base.css answer to; without a
 * choice there is no attribute, and the system decides.
 */
export function applyPreferences(): void {
  const apply = ({ textSize, theme, contrast, motion }: Preferences) => {
    mark('textSize', textSize, '100')
    mark('theme', theme, 'system')
    mark('contrast', contrast, 'system')
    mark('motion', motion, 'system')
  }
  apply(usePreferences.getState())
  usePreferences.subscribe(apply)
}

function mark(name: string, choice: string, none: string) {
  const { dataset } = document.documentElement
  if (choice === none) delete dataset[name]
  else dataset[name] = choice
}
