export interface KeyWords {
  /** as they are printed on the keyboard, or what a hand does */
  keys: readonly string[]
  does: string
  /** of one character: gone where the reader has switched these off */
  isSingle?: true
}

/** Everything that a presentation answers to: read before it starts, on its screen, and in the list of keys. */
export const presentingKeys: readonly KeyWords[] = [
  { keys: ['Right', 'Down', 'Page Down', 'Space'], does: 'next' },
  { keys: ['Left', 'Up', 'Page Up'], does: 'back' },
  { keys: ['Home', 'End'], does: 'first, last' },
  { keys: ['B', 'full stop'], does: 'blank screen, and back', isSingle: true },
  {
    keys: ['O'],
    does: 'all items: the keys above then go from one to another, Enter or Space shows it',
    isSingle: true,
  },
  { keys: ['N'], does: 'notes and questions, in a window of their own', isSingle: true },
  { keys: ['A'], does: 'record an action: the keys are then the form’s, until it is closed', isSingle: true },
  { keys: ['F'], does: 'full screen, and back', isSingle: true },
  { keys: ['?'], does: 'what the words on the screen mean, and these keys', isSingle: true },
  { keys: ['Tab', 'Enter'], does: 'go to a button, press it' },
  { keys: ['Escape'], does: 'close what is open; then leave' },
  { keys: ['Swipe left', 'right'], does: 'next, back' },
  { keys: ['Two fingers'], does: 'enlarge; one finger then moves the picture about' },
  { keys: ['The browser’s Back'], does: 'leave; its Forward comes back to the same item' },
]

/** What the speaker's own window answers to. */
export const notesKeys: readonly KeyWords[] = [
  ...presentingKeys.slice(0, 4),
  { keys: ['A'], does: 'record an action: the keys are then the form’s, until it is closed', isSingle: true },
  { keys: ['Escape'], does: 'close the form' },
]
