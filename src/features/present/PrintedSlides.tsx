import { itemKey } from '../../domain/packs/pack.ts'
import styles from './PresentPage.module.css'
import { SlideNotes } from './SlideNotes.tsx'
import { SlideView } from './SlideView.tsx'
import type { Slide } from './slides.ts'

/** On paper each screen stands over what is said to it. */
export function PrintedSlides({ slides, shownTo }: { slides: readonly Slide[]; shownTo: string }) {
  return (
    <div className={`print-only ${styles.printed}`}>
      {slides.map((slide, index) => (
        <section key={itemKey(slide.item)}>
          <SlideView slide={slide} place={index + 1} of={slides.length} shownTo={shownTo} />
          <SlideNotes slide={slide} />
        </section>
      ))}
    </div>
  )
}
