import { type ComponentType, createContext, use } from 'react'

export interface TakeAwayProps {
  /** which chart or table: its kind, its measure where it is one measure's, the page's parameters that shape it */
  exhibit: { kind: string; kpi: string | null; search: Readonly<Record<string, string>> }
  /** names it for a screen reader: 'Add to pack: Improvement plan milestones' */
  title: string
}

interface OfferProps extends TakeAwayProps {
  /** whether there is anything to take away: what the page itself cannot show is not offered */
  isShown: boolean
}

/** The tools that take a chart or table out of a page; the app brings them, pages only say where they stand. */
export const TakeAwayTools = createContext<ComponentType<TakeAwayProps> | null>(null)

/** Download, briefing and "add to pack" for what stands beside it. */
export function TakeAway({ isShown, ...offered }: OfferProps) {
  const Tools = use(TakeAwayTools)
  return Tools && isShown && <Tools {...offered} />
}

/** A page's parameters without those that are not set: what names an exhibit holds no gaps. */
export function definedOf(search: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
}
