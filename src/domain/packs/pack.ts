import { type ExhibitRef, exhibitKey } from '../exhibits/exhibit-ref.ts'

/** A chart or table of a pack. */
export interface PackItem {
  ref: ExhibitRef
  /** the agenda item that it stands under; empty where the pack has none */
  group: string
  /** what its maker says of it, in one line; may be empty */
  line: string
}

/**
 * Charts and tables chosen for a meeting, in order. Edition and audience are no part of it: the address that
 * opens a pack names them, so the same pack can be renewed for a later edition or shown to another audience.
 */
export interface Pack {
  name: string
  items: readonly PackItem[]
}

export const emptyPack: Pack = { name: '', items: [] }

/** What a pack may hold: as much as a meeting can take in, and little enough for a link. */
export const packLimits = {
  items: 40,
  name: 120,
  group: 120,
  line: 240,
  kpi: 120,
  parameters: 12,
  parameterName: 32,
  parameterValue: 200,
} as const

/** A chart stands in a pack once: what names it there. */
export function itemKey({ ref }: PackItem): string {
  return exhibitKey(ref)
}

/** An agenda item with the charts and tables that stand under it. */
export interface PackGroup {
  /** empty for those that stand under none */
  name: string
  items: readonly PackItem[]
}

/**
 * The pack by agenda item: each in the order of its first chart, and its charts in theirs.
 *
 * @example groups A, B, A → A with two, B with one
 */
export function groupsOf({ items }: Pack): PackGroup[] {
  const names = [...new Set(items.map(({ group }) => group))]
  return names.map((name) => ({ name, items: items.filter(({ group }) => group === name) }))
}

/** The same pack with the charts of each agenda item side by side: the one order that all who show it use. */
export function tidyPack({ name, items }: Pack): Pack {
  return { name, items: groupsOf({ name, items }).flatMap((group) => group.items) }
}
