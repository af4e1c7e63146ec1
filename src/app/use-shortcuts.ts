import { useEffect } from 'react'
import { usePreferences } from '../stores/preferences.ts'
import { toolOfKey } from './shortcut-keys.ts'

export interface Shortcuts {
  onFind: () => void
  onHelp: () => void
}

/** The keys that work on every page; none of them while a dialog is open. */
export function useShortcuts({ onFind, onHelp }: Shortcuts): void {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const tool = toolOfKey(event, hasSingleKeys)
      if (!tool) return
      event.preventDefault()
      if (tool === 'find') onFind()
      else onHelp()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasSingleKeys, onFind, onHelp])
}
