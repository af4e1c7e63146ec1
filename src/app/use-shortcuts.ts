import { useEffect } from 'react'
import { usePreferences } from '../stores/preferences.ts'

export interface Shortcuts {
  onFind: () => void
  onHelp: () => void
}

/** The keys that work on every page; none of them while a dialog is open. */
export function useShortcuts({ onFind, onHelp }: Shortcuts): void {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
      const action = isFindChord(event)
        ? onFind
        : hasSingleKeys && isSingle(event) && !isTyping(event.target)
          ? { '/': onFind, '?': onHelp }[event.key]
          : undefined
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasSingleKeys, onFind, onHelp])
}

function isFindChord({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey
}

/** Shift belongs to `?` on most keyboards, and to `/` on some. */
function isSingle({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey
}

/** A field that takes letters; also a list of choices, which is searched by them. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
