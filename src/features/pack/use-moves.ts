import { useEffect, useRef, useState } from 'react'
import { moveGroup, moveItem, placeUnder, removeItem } from '../../domain/packs/edit-pack.ts'
import { groupsOf, itemKey, type Pack } from '../../domain/packs/pack.ts'
import type { OwnPack } from '../../exhibits/pack/own-pack.ts'

/**
 * Moves charts and agenda items, says where they went, and keeps the focus on the button that was pressed: the page
 * takes it away when what holds it is put elsewhere.
 */
export function useMoves({ pack, change, undo }: OwnPack) {
  const [said, say] = useState('')
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    if (!pressed.current) return
    document.querySelector<HTMLElement>(pressed.current)?.focus()
    pressed.current = null
  })
  const control = (holder: 'item' | 'group', name: string, step: -1 | 1) =>
    `[data-${holder}="${CSS.escape(name)}"] [data-control="${step < 0 ? 'up' : 'down'}"]`
  return {
    said,
    /** what is written is said too: the button beside it takes back the last change, whatever that was */
    write: (changed: Pack, words: string, edition?: number) => {
      change(changed, edition)
      say(words)
    },
    remove: (key: string, title: string) => {
      change(removeItem(pack, key))
      pressed.current = '[data-control="undo"]'
      say(`Removed: ${title}`)
    },
    place: (key: string, title: string, group: string) => {
      change(placeUnder(pack, key, group))
      pressed.current = `[data-item="${CSS.escape(key)}"] [data-control="place"]`
      say(`${title}: now under ${group || 'no agenda item'}`)
    },
    undo: () => {
      undo?.()
      // the button has gone with what it could take back
      pressed.current = 'main'
      say('Taken back')
    },
    moveOne: (key: string, step: -1 | 1) => {
      const moved = moveItem(pack, key, step)
      const at = moved.items.findIndex((item) => itemKey(item) === key)
      const group = moved.items[at]?.group
      change(moved)
      pressed.current = control('item', key, step)
      say(`Now ${at + 1} of ${moved.items.length}${group ? `, under ${group}` : ''}`)
    },
    moveAll: (name: string, step: -1 | 1) => {
      const moved = moveGroup(pack, name, step)
      const at = groupsOf(moved).findIndex((group) => group.name === name)
      change(moved)
      pressed.current = control('group', name, step)
      say(`${name || 'Charts under no agenda item'}: now ${at + 1} of ${groupsOf(moved).length}`)
    },
  }
}
