import { groupsOf, type Pack } from './pack.ts'
import { type ReadPack, readPack } from './pack-form.ts'

/** A pack as the API stores it: each chart with its agenda item, in order. */
export interface PackAsStored {
  name: string
  items: {
    kind: string
    kpi: string | null
    search: Record<string, string>
    group: string
    line: string
  }[]
}

export function storedForm(pack: Pack): PackAsStored {
  return {
    name: pack.name,
    items: groupsOf(pack).flatMap(({ items }) =>
      items.map(({ ref: { kind, kpi, search }, group, line }) => ({
        kind,
        kpi,
        search: { ...search },
        group,
        line,
      })),
    ),
  }
}

/** The pack of what was stored, as far as this version knows its charts. */
export function readStored({ name, items }: PackAsStored): ReadPack {
  const groups = items.map(({ kind, kpi, search, group, line }) => [
    group,
    [kind, kpi ?? '', new URLSearchParams(search).toString(), line],
  ])
  return readPack([name, ...groups]) ?? { pack: { name, items: [] }, leftOut: [] }
}
