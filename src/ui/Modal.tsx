import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Modal.module.css'

export interface ModalProps {
  title: string
  /** asked for once, after the dialog has given the focus back to where it was */
  onClose: () => void
  children: ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. It begins
 * at the element marked `data-first-focus`, or else at its first control.
 */
export function Modal({ title, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (!dialog.current || dialog.current.open) return
    dialog.current.showModal()
    dialog.current.querySelector<HTMLElement>('[data-first-focus]')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className={styles.modal} aria-labelledby={titleId} onClose={onClose}>
      <div className={styles.head}>
        <h2 className="heading-2" id={titleId}>
          {title}
        </h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          <Icon name="close" size={16} /> Close
        </button>
      </div>
      {children}
    </dialog>
  )
}
