/** What a key opens on every page. */
export type KeyedTool = 'find' | 'words'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>

/**
 * What a key opens, if anything: the one list of the keys that work on every page, for the app and for what keeps a
 * press until the app is there.
 *
 * @param hasSingleKeys whether the reader lets keys of a single character do anything
 */
export function toolOfKey(pressed: Pressed, hasSingleKeys: boolean): KeyedTool | null {
  if (pressed.isComposing) return null
  if (isFindChord(pressed)) return 'find'
  if (!hasSingleKeys || !isSingle(pressed) || isTyping(pressed.target)) return null
  return pressed.key === '/' ? 'find' : pressed.key === '?' ? 'words' : null
}

function isFindChord({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey
}

/** Shift belongs to `?` on most keyboards, and to `/` on some. */
export function isSingle({ ctrlKey, metaKey, altKey }: Pressed): boolean {
  return !ctrlKey && !metaKey && !altKey
}

/** A field that takes letters; also a list of choices, which is searched by them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  )
}
