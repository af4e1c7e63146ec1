import { useEffect, useState } from 'react'
import type { Pack } from '../../domain/packs/pack.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { shownTo } from './audience-words.ts'
import { CaptureAction } from './CaptureAction.tsx'
import styles from './PresentPage.module.css'
import type { PresentPageProps } from './present-page-props.ts'
import { commandOf, isStep, placeAfter, type Step } from './presenter-keys.ts'
import { SlideNotes } from './SlideNotes.tsx'
import { useSlides } from './slides.ts'
import { useTogether } from './use-together.ts'

/** The speaker's window: what to say and to ask, what comes next; it goes with the screen and leads it. */
export function NotesWindow({
  pack,
  view,
  edition,
  organisation,
  search,
}: PresentPageProps & { pack: Pack }) {
  const hasLetters = usePreferences(({ shortcuts }) => shortcuts === 'on')
  const { slides } = useSlides(pack.items)
  const last = slides.length - 1
  const name = `${edition.number} ${view.audience} ${encodePack(pack)}`
  const first = Math.min(Number(search.item ?? '1') - 1, last)
  const [place, goTo] = useTogether(name, { item: first, isBlank: false })
  const [isRecording, setRecording] = useState(false)
  const step = (by: Step) => goTo({ item: placeAfter(by, place.item, slides.length), isBlank: false })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // the list of keys and the search of every page lie over it now and then
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (isRecording) {
        if (event.key === 'Escape') setRecording(false)
        return
      }
      const command = commandOf(event, event.target, hasLetters)
      if (!command) return
      if (isStep(command)) step(command)
      else if (command === 'blank') goTo({ ...place, isBlank: !place.isBlank })
      else if (command === 'action') setRecording(true)
      else return
      event.preventDefault()
    }
    // some browsers press the button that has the focus when the space bar is let go, whatever they were told before
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ' && !isRecording && commandOf(event, event.target)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('keyup', onKeyUp)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('keyup', onKeyUp)
    }
  })
  const slide = slides[place.item]
  const next = slides[place.item + 1]
  if (!slide) return null
  return (
    <>
      <p className={`kicker ${styles.opening}`}>
        Speaker’s notes, {place.item + 1} of {slides.length}. On the screen: {shownTo[view.audience]}
        {place.isBlank ? ', blank now' : ''}. Edition {edition.number}, {edition.label}.
        {organisation.illustrative ? ' Illustrative data.' : ''} {organisation.marking}
      </p>
      <h1 className="finding">{slide.exhibit?.finding ?? 'This item could not be shown'}</h1>
      <div className={styles.notes}>
        <SlideNotes slide={slide} />
        {next && (
          <p>
            Next: <b>{next.exhibit?.finding ?? 'an item that could not be shown'}</b>
          </p>
        )}
      </div>
      <div
        className={`${styles.controls} screen-only`}
        role="toolbar"
        aria-label="Presentation controls"
        data-notes-keys=""
      >
        <button type="button" className="button" onClick={() => step('previous')}>
          Back
        </button>
        <button type="button" className="button" onClick={() => step('next')}>
          Next
        </button>
        <button type="button" className="button" onClick={() => goTo({ ...place, isBlank: !place.isBlank })}>
          {place.isBlank ? 'Show the screen' : 'Blank the screen'}
        </button>
        <button type="button" className="button" onClick={() => setRecording(true)}>
          Record an action
        </button>
      </div>
      {isRecording && (
        <CaptureAction slide={slide} place={place.item + 1} onClose={() => setRecording(false)} />
      )}
    </>
  )
}
