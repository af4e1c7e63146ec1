import { useState } from 'react'
import { usePreferences } from '../../stores/preferences.ts'
import { Modal } from '../../ui/Modal.tsx'
import styles from './KeyboardHelpDialog.module.css'
import { keySections } from './key-sections.ts'

/** Which keys do what, on the page that is open. */
export function KeyboardHelpDialog({ onClose }: { onClose: () => void }) {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  // read once, when it opens: the page does not change behind it
  const [sections] = useState(() => keySections(document, hasSingleKeys))
  return (
    <Modal title="Keys" onClose={onClose}>
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
    </Modal>
  )
}
