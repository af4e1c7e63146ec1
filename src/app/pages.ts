/** A page that a reader may go to from every other. */
export interface AppPage {
  to:
    | '/'
    | '/safeguarding'
    | '/plan'
    | '/emerging'
    | '/actions'
    | '/changes'
    | '/data'
    | '/pack'
    | '/definitions'
    | '/methods'
    | '/accessibility'
  label: string
  /** what else people call it, for Find */
  keywords: readonly string[]
}

/** The pages of the masthead, in its order. */
export const mastheadPages: readonly AppPage[] = [
  { to: '/', label: 'Overview', keywords: ['home', 'scorecard', 'all measures', 'start'] },
  {
    to: '/safeguarding',
    label: 'Safeguarding themes',
    keywords: ['types of abuse', 'locations', 'section 42', 'emerging theme', 'which town'],
  },
  {
    to: '/plan',
    label: 'Improvement plan',
    keywords: ['milestones', 'workstreams', 'delivery', 'slip', 'done no effect yet', 'risks', 'timeline'],
  },
  {
    to: '/emerging',
    label: 'Emerging issues',
    keywords: [
      'signals',
      'flags',
      'what nobody has raised',
      'recent change',
      'drift',
      'false alarms',
      'towns',
    ],
  },
  {
    to: '/actions',
    label: 'Actions',
    keywords: [
      'what we asked for',
      'asked',
      'owners',
      'carried over',
      'log',
      'overdue actions',
      'record an action',
    ],
  },
  {
    to: '/changes',
    label: 'Since last time',
    keywords: ['changes', 'what is new', 'restated', 'revised', 'moved milestones', 'difference'],
  },
  {
    to: '/data',
    label: 'Data quality',
    keywords: ['overdue figures', 'late', 'provisional', 'missing', 'completeness', 'revisions'],
  },
  {
    to: '/definitions',
    label: 'Definitions',
    keywords: ['what is counted', 'glossary', 'marks beside figures', 'shorthand'],
  },
  {
    to: '/pack',
    label: 'Pack',
    keywords: ['agenda', 'meeting papers', 'print', 'collection', 'slides', 'powerpoint'],
  },
]

/** Every page that Find leads to. */
export const findablePages: readonly AppPage[] = [
  ...mastheadPages,
  {
    to: '/methods',
    label: 'How figures are made',
    keywords: ['methods', 'calculations', 'limits', 'usual range', 'forecast', 'icons', 'rounding', 'how'],
  },
  {
    to: '/accessibility',
    label: 'Accessibility statement',
    keywords: ['screen reader', 'keyboard', 'contrast', 'WCAG', 'disability', 'complaint'],
  },
]
