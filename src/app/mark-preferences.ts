import type { Preferences } from '../stores/preference-choices.ts'

/**
 * Marks the page with what its reader chose, in `data-` attributes that tokens.css and base.css answer to; without a
 * choice there is no attribute, and the system decides.
 */
export function markPreferences({ textSize, theme, contrast, motion }: Preferences): void {
  mark('textSize', textSize, '100')
  mark('theme', theme, 'system')
  mark('contrast', contrast, 'system')
  mark('motion', motion, 'system')
}

function mark(name: string, choice: string, none: string) {
  const { dataset } = document.documentElement
  if (choice === none) delete dataset[name]
  else dataset[name] = choice
}
