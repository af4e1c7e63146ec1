import { useEffect } from 'react'

/**
 * The line at the foot of every printed sheet, so that a page taken out of its pack still says what it is.
 * Sheets have no elements of their own: their words come from CSS (base.css, @page).
 */
export function useRunningFoot(...parts: readonly string[]): void {
  const text = parts.filter(Boolean).join(' \u00b7 ')
  useEffect(() => {
    // a JSON string of plain words is a CSS string, too
    document.documentElement.style.setProperty('--running-foot', JSON.stringify(text))
  }, [text])
}
