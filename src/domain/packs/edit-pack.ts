import { groupsOf, itemKey, type Pack, type PackItem, packLimits, tidyPack } from './pack.ts'

/** What came of adding: it stands in the pack now, did already, or there is no room. */
export type Adding = { kind: 'added'; pack: Pack } | { kind: 'known' } | { kind: 'full' }

/** Adds a chart at the end of its agenda item. */
export function addItem(pack: Pack, item: PackItem): Adding {
  if (pack.items.some((one) => itemKey(one) === itemKey(item))) return { kind: 'known' }
  if (pack.items.length >= packLimits.items) return { kind: 'full' }
  return { kind: 'added', pack: tidyPack({ ...pack, items: [...pack.items, item] }) }
}

export function removeItem(pack: Pack, key: string): Pack {
  return { ...pack, items: pack.items.filter((item) => itemKey(item) !== key) }
}

/** Says something else of a chart. */
export function writeLine(pack: Pack, key: string, line: string): Pack {
  return { ...pack, items: pack.items.map((item) => (itemKey(item) === key ? { ...item, line } : item)) }
}

/** Puts a chart at the end of another agenda item, which is new where no chart stands under it yet. */
export function placeUnder(pack: Pack, key: string, group: string): Pack {
  const item = pack.items.find((one) => itemKey(one) === key)
  if (!item || item.group === group) return pack
  return tidyPack({ ...pack, items: [...removeItem(pack, key).items, { ...item, group }] })
}

/** Calls an agenda item something else; under a name that another has, the two become one. */
export function renameGroup(pack: Pack, from: string, to: string): Pack {
  return tidyPack({
    ...pack,
    items: pack.items.map((item) => (item.group === from ? { ...item, group: to } : item)),
  })
}

/**
 * Moves a chart one place up (−1) or down (1). At the edge of its agenda item it goes into the neighbouring one,
 * at the side that it came from; at the end of the pack it stays.
 *
 * @example A: a b, B: c; c moved up → A: a b c
 */
export function moveItem(pack: Pack, key: string, step: -1 | 1): Pack {
  const tidy = tidyPack(pack)
  const at = tidy.items.findIndex((item) => itemKey(item) === key)
  const item = tidy.items[at]
  const neighbour = tidy.items[at + step]
  if (!item || !neighbour) return tidy
  const rest = tidy.items.filter((_, place) => place !== at)
  if (neighbour.group === item.group) return { ...tidy, items: rest.toSpliced(at + step, 0, item) }
  const moved = { ...item, group: neighbour.group }
  // into the neighbour's agenda item, not past the neighbour
  return tidyPack({ ...tidy, items: rest.toSpliced(at, 0, moved) })
}

/** Moves a whole agenda item one place up (−1) or down (1). */
export function moveGroup(pack: Pack, name: string, step: -1 | 1): Pack {
  const groups = groupsOf(pack)
  const at = groups.findIndex((group) => group.name === name)
  const group = groups[at]
  if (!group || !groups[at + step]) return pack
  const moved = groups.filter((one) => one !== group).toSpliced(at + step, 0, group)
  return { ...pack, items: moved.flatMap(({ items }) => items) }
}

/** Takes in what another pack holds and this one does not, as far as there is room. */
export function joinPacks(pack: Pack, other: Pack): Pack {
  return other.items.reduce((joined, item) => {
    const outcome = addItem(joined, item)
    return outcome.kind === 'added' ? outcome.pack : joined
  }, pack)
}
