import styles from './PresentPage.module.css'
import { placeAfter, type Step } from './presenter-keys.ts'
import type { Slide } from './slides.ts'

export interface OverviewGridProps {
  slides: readonly Slide[]
  current: number
  onChoose: (item: number) => void
}

/** Every item of the pack, to go to any of them at once. */
export function OverviewGrid({ slides, current, onChoose }: OverviewGridProps) {
  return (
    <nav className={styles.over} aria-label="All items">
      <h2>All items</h2>
      <ol className={styles.grid}>
        {slides.map(({ item, exhibit }, index) => (
          // a pack holds each chart once, but an item that failed has no name of its own
          <li key={`${item.ref.kind} ${item.ref.kpi} ${JSON.stringify(item.ref.search)}`}>
            <button
              type="button"
              className={styles.tile}
              data-tile=""
              aria-current={index === current ? 'true' : undefined}
              // the keys begin where the screen stands
              ref={index === current ? focusOnce : undefined}
              onClick={() => onChoose(index)}
            >
              <b>{index + 1}</b> {item.group && <span>{item.group}</span>}
              <span>{exhibit?.finding ?? 'Not read yet'}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Takes the focus from the item that has it to another, as a slide's own keys take the screen. */
export function moveChoice(step: Step): void {
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')]
  const place = Math.max(
    0,
    tiles.findIndex((tile) => tile.matches(':focus')),
  )
  tiles[placeAfter(step, place, tiles.length)]?.focus()
}

function focusOnce(element: HTMLButtonElement | null): void {
  element?.focus()
}
