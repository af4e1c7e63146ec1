import type { Organisation } from '../../domain/editions/publication.ts'

/** When the statement was written and the dashboard last tested: said, never read from a clock. */
export const statementDates = {
  prepared: '2026-11-23',
  reviewed: '2026-11-23',
  tested: '2026-11-23',
} as const

/** What a reader can do, in the order in which people ask. */
export const whatYouCanDo: readonly string[] = [
  'make words larger, up to one and a half times, in the settings, or zoom to 400% without scrolling sideways; wide tables of figures scroll inside their own frame',
  'choose a light or a dark theme, more contrast and less motion',
  'reach everything with a keyboard; every page has a list of its keys',
  'read every chart as a sentence and as a table, with the same figures',
  'tell lines, points and statuses apart by shape, dash and word, without colour',
  'use the colours of your own device (forced colours), or print in black and white',
  'hear each month of a chart with a screen reader, by moving with the arrow keys',
]

interface Fault {
  title: string
  detail: string
  /** the success criterion of WCAG 2.2 that is not met */
  criterion: string
}

/** What is known not to meet the standard, and what to do meanwhile. */
export const knownFaults: readonly Fault[] = [
  {
    title: 'Words inside charts keep their own size and spacing, whatever is set for the text',
    detail:
      'They grow with the zoom of the browser. The same figures are in the table, which follows what is set.',
    criterion:
      'No criterion fails, because zoom works (1.4.4) and nothing is lost (1.4.12); we count it as a fault nevertheless.',
  },
  {
    title: 'Some words of social care and of statistics are not explained where they stand',
    detail:
      'Abbreviations such as OT and DoLS stand in the names of measures. Definitions explains each measure.',
    criterion: 'No level AA criterion fails (3.1.4 is level AAA).',
  },
]

/** What has not been established, said plainly: a tool finds only part of what a person would. */
export const notYetTested: readonly string[] = [
  'No person who uses a screen reader, a screen magnifier or speech input has tested the dashboard yet. What screen readers are given (names, roles, order and announcements) was read by our tests; what it is like to listen to was not.',
  'It has been tested in one browser, Chromium. Firefox and Safari, and phones in the hand, have not been tried.',
  'Nobody independent has audited it.',
]

export interface Contact {
  email: string
  telephone: string
  post: string
}

/** Invented for the demonstration; an organisation with real figures is reached in its own known ways. */
export function contactOf(organisation: Pick<Organisation, 'illustrative' | 'name'>): Contact | null {
  if (!organisation.illustrative) return null
  return {
    email: 'accessibility@council.example',
    telephone: '020 7946 0123',
    post: 'Accessibility, Town Hall, 1 Example Street, London',
  }
}
