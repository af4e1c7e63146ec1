import { previewBase } from '../api/preview.ts'
import { roomQuestions } from '../domain/packs/ready/room-questions.ts'
import { roomNames, rooms } from '../domain/packs/ready/rooms.ts'
import { type AppPage, deskPage, mastheadPages } from './pages.ts'

/** What else people call each page. */
const keywords: Record<AppPage['to'], readonly string[]> = {
  '/': ['home', 'scorecard', 'all measures', 'start'],
  '/safeguarding': ['types of abuse', 'locations', 'section 42', 'emerging theme', 'which town'],
  '/plan': ['milestones', 'workstreams', 'delivery', 'slip', 'done no effect yet', 'risks', 'timeline'],
  '/emerging': [
    'signals',
    'flags',
    'what nobody has raised',
    'recent change',
    'drift',
    'false alarms',
    'towns',
  ],
  '/actions': [
    'what we asked for',
    'asked',
    'owners',
    'carried over',
    'log',
    'overdue actions',
    'record an action',
  ],
  '/changes': ['changes', 'what is new', 'restated', 'revised', 'moved milestones', 'difference'],
  '/data': ['overdue figures', 'late', 'provisional', 'missing', 'completeness', 'revisions'],
  '/load': ['upload', 'extract', 'publish an edition', 'staged files', 'withdraw an edition'],
  '/audit': ['who did what', 'history', 'exact figures seen', 'log', 'chain'],
  '/definitions': ['what is counted', 'glossary', 'marks beside figures', 'shorthand'],
  '/pack': ['agenda', 'meeting papers', 'print', 'collection', 'slides', 'powerpoint'],
  '/methods': ['methods', 'calculations', 'limits', 'usual range', 'forecast', 'icons', 'rounding', 'how'],
  '/accessibility': ['screen reader', 'keyboard', 'contrast', 'WCAG', 'disability', 'complaint'],
}

const otherPages: readonly AppPage[] = [
  { to: '/methods', label: 'How figures are made' },
  { to: '/accessibility', label: 'Accessibility statement' },
]

const auditPage: AppPage = { to: '/audit', label: 'Audit' }

/** The pack that stands ready for each meeting. */
const readyPacks = rooms.map((room) => ({
  to: '/pack' as const,
  label: `Ready-made pack: ${roomNames[room]}`,
  keywords: ['agenda', 'meeting papers', 'present', roomQuestions[room]],
  search: { ready: room },
}))

/** Every page that Find leads to: the analyst's desk and the audit for those who may. */
export function findablePages(can: readonly string[]) {
  const atWork = [
    ...(can.includes('load') ? [deskPage] : []),
    ...(can.includes('read-audit') ? [auditPage] : []),
  ]
  const whole = [...mastheadPages(), ...otherPages, ...atWork].map((page) => ({
    ...page,
    keywords: keywords[page.to],
  }))
  return previewBase() ? whole : [...whole, ...readyPacks]
}
