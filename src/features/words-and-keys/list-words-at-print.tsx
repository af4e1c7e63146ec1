import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { findTerms } from '../../domain/glossary/find-terms.ts'
import { shownText } from '../../ui/shown-text.ts'
import { WordList } from '../../ui/WordList.tsx'
import styles from './WordsAndKeysDialog.module.css'

let remove: (() => void) | null = null

/**
 * From now on, whatever is printed ends with the words that it judges by. They are looked for when it is printed, and
 * gone when it is: a page that changes all the while need not be read all the while. Asked twice, it does it once.
 */
export function listWordsAtPrint(): void {
  window.addEventListener('beforeprint', list)
  window.addEventListener('afterprint', takeAway)
}

function list() {
  takeAway()
  remove = listBelow(document.getElementById('main'))
}

function takeAway() {
  remove?.()
  remove = null
}

function listBelow(main: HTMLElement | null): (() => void) | null {
  const terms = main ? findTerms(shownText(main, 'print')) : []
  if (!main || terms.length === 0) return null
  const place = document.createElement('section')
  place.className = `print-only ${styles.printed}`
  place.setAttribute('aria-label', 'Words used here')
  main.append(place)
  const root = createRoot(place)
  // the browser takes the page as it stands when this returns
  flushSync(() =>
    root.render(
      <>
        <h2 className="heading-3">Words used here</h2>
        <WordList words={terms} />
      </>,
    ),
  )
  return () => {
    root.unmount()
    place.remove()
  }
}
