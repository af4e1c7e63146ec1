import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { findTerms } from '../../domain/glossary/find-terms.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Modal } from '../../ui/Modal.tsx'
import { shownText } from '../../ui/shown-text.ts'
import { WordList } from '../../ui/WordList.tsx'
import { keySections } from './key-sections.ts'
import styles from './WordsAndKeysDialog.module.css'

/** What the words mean that this page judges by, and which keys do what on it. */
export function WordsAndKeysDialog({ onClose }: { onClose: () => void }) {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  // read once, when it opens: the page does not change behind it
  const [terms] = useState(() => findTerms(shownText(document.getElementById('main') ?? document.body)))
  const [sections] = useState(() => keySections(document, hasSingleKeys))
  const keys = useRef<HTMLDivElement>(null)
  return (
    <Modal title="Words and keys" onClose={onClose}>
      <p className="note">
        <button type="button" className="link-button" onClick={() => keys.current?.focus()}>
          To the keys
        </button>
      </p>
      <section className={styles.section} aria-labelledby="words-here">
        <h3 className="heading-3" id="words-here">
          Words on this page
        </h3>
        {terms.length === 0 && <p>No term of judgement stands on this page.</p>}
        <WordList
          words={terms.map(({ word, meaning, part }) => ({
            word,
            meaning,
            more: (
              <Link to="/methods" hash={part} onClick={onClose}>
                More <span className="visually-hidden">on {word}: how figures are made</span>
              </Link>
            ),
          }))}
        />
      </section>
      <div ref={keys} tabIndex={-1}>
        {sections.map(({ title, keys }) => (
          <section key={title} className={styles.section} aria-label={title}>
            <h3 className="heading-3">{title}</h3>
            <dl>
              {keys.map((line) => (
                <div key={line.keys.join()}>
                  <dt>
                    {line.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {!hasSingleKeys && <p className="note">Keys of one character are switched off in the settings.</p>}
      </div>
    </Modal>
  )
}
