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

/** What a press on one of the slides' own keys does to a list of things that can be chosen. */
export type Step = Extract<Command, 'next' | 'previous' | 'first' | 'last'>

export function isStep(command: Command): command is Step {
  return command === 'next' || command === 'previous' || command === 'first' || command === 'last'
}

/** The item that a step leads to: the ends hold. @example item 3 (from 0) of 4, 'next' → 3 */
export function placeAfter(step: Step, place: number, count: number): number {
  const last = count - 1
  switch (step) {
    case 'next':
      return Math.min(place + 1, last)
    case 'previous':
      return Math.max(place - 1, 0)
    case 'first':
      return 0
    case 'last':
      return last
  }
}

/**
 * A clicker does not know what has the focus, so its keys do the same on a button as beside it; Enter presses
 * buttons. A field and a form keep every key. Where the reader has switched single letters off, as WCAG 2.1.4 lets
 * them, the buttons and the other keys still do everything.
 */
export function commandOf(
  { key, ctrlKey, metaKey, altKey }: PressedKey,
  target: EventTarget | null,
  hasLetters = true,
): Command | null {
  if (ctrlKey || metaKey || altKey) return null
  if (!hasLetters && key.length === 1 && key !== ' ') return null
  if (target instanceof Element && target.closest(typedIn)) return null
  return commands[key] ?? commands[key.toLowerCase()] ?? null
}

const typedIn = 'form, input, textarea, select, [contenteditable]'
