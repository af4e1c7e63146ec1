/** Every chart and table that can be taken away from a page, by the name that packs and links know it by. */
export const exhibitKinds = [
  // one measure's trend, or one part's
  'trend',
  // the parts of one measure side by side
  'breakdown',
  // the measures that are read together with one
  'together',
  // the difference between groups over time
  'gap',
  // tables and pictures of whole pages
  'attention',
  'scorecard',
  'safeguarding',
  'milestones',
  'risks',
  'signals',
  'actions',
  'changes',
  'data-quality',
] as const
export type ExhibitKind = (typeof exhibitKinds)[number]

/**
 * Names one chart or table as a page shows it: enough to draw the same thing again from any edition, for any
 * audience. Edition and audience are not part of it: a pack names them once for all its items.
 */
export interface ExhibitRef {
  kind: ExhibitKind
  /** id of the measure; null for what belongs to a whole page */
  kpi: string | null
  /** the page's own parameters that shape it: range, breakdown, filters; never edition or audience */
  search: Readonly<Record<string, string>>
}

/** Two refs of the same thing give the same text, whatever the order in which their parameters were set. */
export function exhibitKey({ kind, kpi, search }: ExhibitRef): string {
  const query = new URLSearchParams(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${kind}/${kpi ?? ''}?${query.toString()}`
}

/** A page's parameters without those that are not set: what names an exhibit holds no gaps. */
export function definedOf(search: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
}
