import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { findTerms } from '../../domain/glossary/find-terms.ts'
import { shownText } from '../../ui/shown-text.ts'
import { WordList } from '../../ui/WordList.tsx'
import styles from './WordsAndKeysDialog.module.css'

/**
 * From now on, whatever is printed ends with the words that it judges by. They are looked for when it is printed, and
 * gone when it is: a page that changes all the while need not be read all the while. Asked for twice, it is once.
 */
export function listWordsAtPrint(): void {
  window.addEventListener('beforeprint', list)
  window.addEventListener('afterprint', remove)
}

/** In two columns of small print they take a quarter of a sheet at most. */
const fewWords = 12

let listed: (() => void) | null = null

function list(): void {
  remove()
  // this page says of every word what it means
  if (location.pathname.endsWith('/methods')) return
  listed = listBelow(document.getElementById('main'))
}

function remove(): void {
  listed?.()
  listed = null
}

function listBelow(main: HTMLElement | null): (() => void) | null {
  const terms = main ? findTerms(shownText(main, 'print')) : []
  if (!main || terms.length === 0) return null
  const place = document.createElement('section')
  place.className = `print-only ${styles.printed} ${terms.length <= fewWords ? styles.few : ''}`
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
