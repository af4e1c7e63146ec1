import { notesKeys } from '../../ui/presenting-keys.ts'

export interface KeySection {
  title: string
  /** keys as they are printed on the keyboard, and what they do */
  keys: readonly { keys: readonly string[]; does: string }[]
}

interface LocalKeys extends KeySection {
  /** there are such keys where the page holds one of these */
  where: string
}

const everywhere: KeySection['keys'] = [
  { keys: ['Ctrl + K'], does: 'Find a measure, milestone, action or page' },
  { keys: ['Tab'], does: 'Go to the next link, button or field; with Shift, to the one before' },
  { keys: ['Enter'], does: 'Open a link or press a button' },
  { keys: ['Esc'], does: 'Close a dialog or menu' },
]

const singleKeys: KeySection['keys'] = [
  { keys: ['/ (slash)'], does: 'Find a measure, milestone, action or page' },
  { keys: ['? (question mark)'], does: 'Open these words and keys' },
]

const onSomePages: readonly LocalKeys[] = [
  {
    where: '[aria-roledescription="chart"]',
    title: 'On the chart',
    keys: [
      { keys: ['Left arrow', 'Right arrow'], does: 'Read the month before or after' },
      { keys: ['Home', 'End'], does: 'Read the first or the last month' },
      { keys: ['Esc'], does: 'Leave the months' },
    ],
  },
  {
    where: '[data-picture-keys]',
    title: 'On a briefing',
    keys: [
      { keys: ['F'], does: 'Show the picture alone, or its controls again' },
      { keys: ['Esc'], does: 'Show the controls again' },
    ],
  },
  {
    where: '[data-notes-keys]',
    title: 'Leading the screen',
    keys: notesKeys,
  },
  {
    where: 'section[tabindex="0"]',
    title: 'In a wide table',
    keys: [{ keys: ['Left arrow', 'Right arrow'], does: 'Scroll sideways' }],
  },
  {
    where: 'main select',
    title: 'In a list of choices',
    keys: [{ keys: ['Up arrow', 'Down arrow'], does: 'Choose the one before or after' }],
  },
]

/** The keys that really exist on this page, as it stands. */
export function keySections(page: ParentNode, hasSingleKeys: boolean): KeySection[] {
  return [
    { title: 'On every page', keys: [...(hasSingleKeys ? singleKeys : []), ...everywhere] },
    ...onSomePages.filter(({ where }) => page.querySelector(where) !== null),
  ]
}
