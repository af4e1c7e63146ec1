import type { PackItem } from '../../domain/packs/pack.ts'
import styles from './PackPage.module.css'

export interface ItemControlsProps {
  item: PackItem
  /** its place in the whole pack, from 1, and how many there are */
  place: number
  of: number
  /** names it for whoever does not see where the buttons stand */
  title: string
  groups: readonly string[]
  onMove: (step: -1 | 1) => void
  onPlace: (group: string) => void
  onRemove: () => void
}

const newGroup = '\n'

/** Where a chart stands in the pack, by buttons and lists. */
export function ItemControls(props: ItemControlsProps) {
  const { item, place, of, title, groups, onMove, onPlace, onRemove } = props
  const hidden = <span className="visually-hidden">: {title}</span>
  return (
    <div className={`${styles.controls} screen-only`}>
      <MoveButtons isFirst={place === 1} isLast={place === of} title={title} onMove={onMove} />
      <label className={styles.place}>
        Under{hidden}{' '}
        <select
          className="select"
          data-control="place"
          value={item.group}
          onChange={({ target }) => onPlace(target.value === newGroup ? nameNewGroup(groups) : target.value)}
        >
          {['', ...groups.filter(Boolean)].map((group) => (
            <option key={group} value={group}>
              {group || 'No agenda item'}
            </option>
          ))}
          <option value={newGroup}>A new agenda item</option>
        </select>
      </label>
      <button type="button" className="button" data-control="remove" onClick={onRemove}>
        Remove{hidden}
      </button>
    </div>
  )
}

export interface MoveButtonsProps {
  isFirst: boolean
  isLast: boolean
  title: string
  onMove: (step: -1 | 1) => void
}

/** Stay where the focus is, also at the ends: a button that vanished would take the focus with it. */
export function MoveButtons({ isFirst, isLast, title, onMove }: MoveButtonsProps) {
  const hidden = <span className="visually-hidden">: {title}</span>
  return (
    <>
      <button
        type="button"
        className="button"
        data-control="up"
        aria-disabled={isFirst}
        onClick={() => !isFirst && onMove(-1)}
      >
        Move up{hidden}
      </button>
      <button
        type="button"
        className="button"
        data-control="down"
        aria-disabled={isLast}
        onClick={() => !isLast && onMove(1)}
      >
        Move down{hidden}
      </button>
    </>
  )
}

/** 'Agenda item 2' where there is one already, and so on. */
function nameNewGroup(groups: readonly string[]): string {
  const names = Array.from({ length: groups.length + 1 }, (_, index) => `Agenda item ${index + 1}`)
  return names.find((name) => !groups.includes(name)) ?? 'Agenda item'
}
