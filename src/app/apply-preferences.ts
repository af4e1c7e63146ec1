import { usePreferences } from '../stores/preferences.ts'
import { markPreferences } from './mark-preferences.ts'

/** Keeps the page as the reader chose, whatever is chosen later. */
export function applyPreferences(): void {
  markPreferences(usePreferences.getState())
  usePreferences.subscribe(markPreferences)
}
