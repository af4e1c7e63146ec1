/** What a key does while presenting; null for keys that are not ours. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'blank'
  | 'overview'
  | 'notes'
  | 'action'
  | 'full-screen'
  | 'help'

/** Clickers send Page Up and Page Down, and a full stop or B for a blank screen. */
const commands: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  o: 'overview',
  n: 'notes',
  a: 'action',
  f: 'full-screen',
  '?': 'help',
}

interface PressedKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/**
 * The space bar belongs to a control that has the focus and uses it, letters to a field. Where the reader has switched
 * single letters off, as WCAG 2.1.4 lets them, the buttons and the other keys still do everything.
 */
export function commandOf(
  { key, ctrlKey, metaKey, altKey }: PressedKey,
  target: EventTarget | null,
  hasLetters = true,
): Command | null {
  if (ctrlKey || metaKey || altKey) return null
  if (!hasLetters && key.length === 1 && key !== ' ') return null
  if (target instanceof Element && target.closest('input, textarea, select')) return null
  if (key === ' ' && target instanceof Element && target.closest('button, a')) return null
  return commands[key] ?? commands[key.toLowerCase()] ?? null
}

/** The keys in words, for those who ask. */
export const keyWords: readonly { keys: string; does: string }[] = [
  { keys: 'Right, Down, Page Down, Space', does: 'next' },
  { keys: 'Left, Up, Page Up', does: 'back' },
  { keys: 'Home, End', does: 'first, last' },
  { keys: 'B or full stop', does: 'blank screen, and back' },
  { keys: 'O', does: 'all items' },
  { keys: 'N', does: 'notes and questions, in a window of their own' },
  { keys: 'A', does: 'record an action' },
  { keys: 'F', does: 'full screen' },
  { keys: 'Escape', does: 'close what is open; leave' },
]
