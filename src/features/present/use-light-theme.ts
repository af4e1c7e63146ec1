import { useEffect } from 'react'

/** A projector needs dark words on light, whatever the presenter reads in; what they chose comes back afterwards. */
export function useLightTheme(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const chosen = dataset.theme
    dataset.theme = 'light'
    return () => {
      if (chosen === undefined) delete dataset.theme
      else dataset.theme = chosen
    }
  }, [])
}
