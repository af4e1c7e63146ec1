import { useEffect, useRef, useState } from 'react'
import { findTerms } from '../../domain/glossary/find-terms.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { presentingKeys } from '../../ui/presenting-keys.ts'
import { shownText } from '../../ui/shown-text.ts'
import { WordList } from '../../ui/WordList.tsx'
import { shownTo } from './audience-words.ts'
import { CaptureAction } from './CaptureAction.tsx'
import { Loader } from './Loader.tsx'
import { moveChoice, OverviewGrid } from './OverviewGrid.tsx'
import styles from './PresentPage.module.css'
import { PrintedSlides } from './PrintedSlides.tsx'
import type { PresentPageProps } from './present-page-props.ts'
import { type Command, commandOf, isStep, placeAfter, type Step } from './presenter-keys.ts'
import { SlideView } from './SlideView.tsx'
import { KeyList } from './StartPage.tsx'
import { useSlides } from './slides.ts'
import { useIsEnlarged } from './use-is-enlarged.ts'
import { useLightTheme } from './use-light-theme.ts'
import { useSwipe } from './use-swipe.ts'
import { useTogether } from './use-together.ts'

export interface PresentationProps extends PresentPageProps {
  pack: Pack
}

type Open = 'overview' | 'help' | 'action' | null

/** The screen: one item after the other, over everything else of the page. */
export function Presentation(props: PresentationProps) {
  const { pack, view, edition, search, onSearch } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const shown = useRef<HTMLDivElement>(null)
  const hasLetters = usePreferences(({ shortcuts }) => shortcuts === 'on')
  const { slides, ready } = useSlides(pack.items)
  const last = slides.length - 1
  const first = Math.min(Number(search.item ?? '1') - 1, last)
  const name = `${edition.number} ${view.audience} ${encodePack(pack)}`
  const [place, goTo] = useTogether(name, { item: first, isBlank: false })
  const [open, setOpen] = useState<Open>(null)
  useLightTheme()
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal()
  }, [])
  useEffect(() => {
    // a reload comes back to the same screen
    if (search.item !== String(place.item + 1)) onSearch({ item: String(place.item + 1) })
  })

  const close = () => {
    setOpen(null)
    // what had the focus goes with what is closed
    if (open !== null) dialog.current?.focus()
  }
  const show = (item: number) => {
    close()
    goTo({ item, isBlank: false })
  }
  const step = (by: Step) => show(placeAfter(by, place.item, slides.length))
  const blank = (isBlank: boolean) => {
    close()
    goTo({ ...place, isBlank })
    // its own button goes with the blank screen
    dialog.current?.focus()
  }
  const act: Record<Command, () => void> = {
    next: () => step('next'),
    previous: () => step('previous'),
    first: () => step('first'),
    last: () => step('last'),
    blank: () => blank(!place.isBlank),
    overview: () => (open === 'overview' ? close() : setOpen('overview')),
    help: () => (open === 'help' ? close() : setOpen('help')),
    action: () => setOpen('action'),
    notes: () => openNotes(place.item),
    'full-screen': () => {
      void toggleFullScreen(dialog.current?.querySelector('[data-full-screen]') ?? null)
      // a bar that holds the focus would stand on the full screen
      dialog.current?.focus()
    },
  }
  const leave = () => onSearch({ item: undefined })
  const stepOut = () => {
    if (open !== null) close()
    else if (place.isBlank) blank(false)
    else leave()
  }
  useEffect(() => {
    // on the document: the button that had the focus may be gone
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        // kept from the browser, which closes the screen at the second Escape in a row, whatever it is told
        event.preventDefault()
        stepOut()
        return
      }
      const command = open === 'action' ? null : commandOf(event, event.target, hasLetters)
      if (!command) return
      // among all items the space bar shows the one that has the focus
      if (open === 'overview' && event.key === ' ') return
      event.preventDefault()
      if (open === 'overview' && isStep(command)) moveChoice(command)
      else act[command]()
    }
    // some browsers press the button that has the focus when the space bar is let go, whatever they were told before
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ' && open === null && commandOf(event, event.target)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('keyup', onKeyUp)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('keyup', onKeyUp)
    }
  })
  const isEnlarged = useIsEnlarged()
  const swipe = useSwipe(act.next, act.previous)
  const slide = slides[place.item]
  if (!slide) return null
  return (
    <>
      <dialog
        ref={dialog}
        className={styles.screen}
        aria-label="Presentation"
        tabIndex={-1}
        data-enlarged={isEnlarged || undefined}
        {...(open === null && swipe)}
        onCancel={(event) => {
          event.preventDefault()
          stepOut()
        }}
        // some browsers close it whatever was said, so that nobody is kept in it
        onClose={leave}
      >
        {/* a dialog itself may not fill the screen: browsers refuse it */}
        <div className={styles.stage} data-full-screen="">
          {ready < slides.length ? (
            <Loader ready={ready} of={slides.length} onLeave={leave} />
          ) : (
            // what is covered is neither reached nor read
            <div ref={shown} inert={open !== null || place.isBlank}>
              <SlideView
                slide={slide}
                place={place.item + 1}
                of={slides.length}
                shownTo={shownTo[view.audience]}
              />
              <Bar act={act} onLeave={leave} />
            </div>
          )}
          <p className="visually-hidden" aria-live="polite">
            {place.isBlank
              ? 'The screen is blank'
              : ready === slides.length
                ? `${place.item + 1} of ${slides.length}: ${slide.exhibit?.finding ?? 'could not be shown'}`
                : ''}
          </p>
          {place.isBlank && (
            <button
              type="button"
              className={styles.blank}
              aria-label="Show the screen"
              onClick={() => blank(false)}
            />
          )}
          {open === 'overview' && <OverviewGrid slides={slides} current={place.item} onChoose={show} />}
          {open === 'help' && <WordsAndKeys of={shown.current} onClose={close} />}
          {open === 'action' && <CaptureAction slide={slide} place={place.item + 1} onClose={close} />}
        </div>
      </dialog>
      <PrintedSlides slides={slides} shownTo={shownTo[view.audience]} />
    </>
  )
}

/** What the words on the screen mean, and all keys in words; whoever came by a finger closes it by one. */
function WordsAndKeys({ of, onClose }: { of: Element | null; onClose: () => void }) {
  // read once: another slide closes it
  const [terms] = useState(() => (of ? findTerms(shownText(of)) : []))
  return (
    <section className={styles.over} aria-label="Words and keys">
      {terms.length > 0 && (
        <>
          <h2>Words on this screen</h2>
          <WordList words={terms} />
        </>
      )}
      <h2>Keys, clickers and fingers</h2>
      <KeyList keys={presentingKeys} />
      <p className={styles.opening}>
        <button type="button" className="button" onClick={onClose} ref={focusAtOnce}>
          Close
        </button>
      </p>
    </section>
  )
}

function focusAtOnce(element: HTMLElement | null): void {
  // the list is read from its top
  element?.focus({ preventScroll: true })
}

/** What the keys do, for whoever has none; gone while the screen is full. */
function Bar({ act, onLeave }: { act: Record<Command, () => void>; onLeave: () => void }) {
  const buttons: [Command, string][] = [
    ['previous', 'Back'],
    ['next', 'Next'],
    ['blank', 'Blank'],
    ['overview', 'All items'],
    ['notes', 'Notes'],
    ['action', 'Record an action'],
    ['full-screen', 'Full screen'],
    ['help', 'Words and keys'],
  ]
  return (
    <div className={styles.bar} role="toolbar" aria-label="Presentation controls">
      {buttons.map(([command, words]) => (
        <button key={command} type="button" className="button" onClick={() => act[command]()}>
          {words}
        </button>
      ))}
      <button type="button" className="button" onClick={onLeave}>
        Leave
      </button>
    </div>
  )
}

/** The speaker's own window: it is never what is projected. */
function openNotes(item: number): void {
  const url = new URL(location.href)
  url.searchParams.set('item', String(item + 1))
  url.searchParams.set('notes', 'yes')
  window.open(url, 'present-notes', 'popup,width=900,height=700')
}

async function toggleFullScreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  // a browser may refuse; the window then stays as it is
  else await element?.requestFullscreen?.().catch(() => undefined)
}
