/** A page that a reader may go to from every other. */
export interface AppPage {
  to: '/' | '/definitions' | '/accessibility'
  label: string
  /** what else people call it, for Find */
  keywords: readonly string[]
}

/** The pages of the masthead, in its order. */
export const mastheadPages: readonly AppPage[] = [
  { to: '/', label: 'Overview', keywords: ['home', 'scorecard', 'all measures', 'start'] },
  {
    to: '/definitions',
    label: 'Definitions',
    keywords: ['what is counted', 'glossary', 'marks beside figures', 'shorthand'],
  },
]

/** Every page that Find leads to. */
export const findablePages: readonly AppPage[] = [
  ...mastheadPages,
  {
    to: '/accessibility',
    label: 'Accessibility statement',
    keywords: ['screen reader', 'keyboard', 'contrast', 'WCAG', 'disability', 'complaint'],
  },
]
