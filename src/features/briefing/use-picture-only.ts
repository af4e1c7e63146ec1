import { useEffect, useEffectEvent } from 'react'
import { usePreferences } from '../../stores/preferences.ts'

const notHere = 'input, select, textarea, [contenteditable], dialog'

/**
 * F shows the picture alone, and F again its controls; Escape, and a press anywhere, bring them back. Whoever has
 * switched single keys off keeps Escape and the buttons.
 */
export function usePictureOnly(isClean: boolean, onToggle: () => void): void {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  const toggle = useEffectEvent(onToggle)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || document.querySelector('dialog[open]'))
        return
      if (target instanceof Element && target.closest(notHere)) return
      const isLetter = hasSingleKeys && key.toLowerCase() === 'f'
      if (isLetter || (isClean && key === 'Escape')) toggle()
    }
    const onClick = ({ target }: MouseEvent) => {
      if (isClean && target instanceof Element && !target.closest('a, button')) toggle()
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('click', onClick)
    }
  }, [isClean, hasSingleKeys])
}
