import { useState } from 'react'
import { findTerms } from '../../domain/glossary/find-terms.ts'
import { Modal } from '../../ui/Modal.tsx'
import { shownText } from '../../ui/shown-text.ts'
import { WordList } from '../../ui/WordList.tsx'

/** What the words of the picture mean: a page that fills the window has no foot that would lead to them. */
export function PictureWords() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Words
      </button>
      {isOpen && (
        <Modal title="Words used here" onClose={() => setOpen(false)}>
          <WordList words={findTerms(shownText(document.getElementById('main') ?? document.body))} />
        </Modal>
      )}
    </>
  )
}
