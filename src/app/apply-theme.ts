import { usePreferences } from '../stores/preferences.ts'

/** Keeps `data-theme` on the page as the reader chose; without a choice the system decides. */
export function applyTheme(): void {
  const apply = ({ theme }: { theme: string }) => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  apply(usePreferences.getState())
  usePreferences.subscribe(apply)
}
