import { useId, useRef, useState } from 'react'
import type { ListedMapping } from '../../../api/mappings.ts'
import { tellSavedMapping } from '../../../domain/loads/saved-mapping-words.ts'
import { downloadFile } from '../../../ui/download-text.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import styles from '../LoadPage.module.css'
import { mappingFileName } from './mapping-file-name.ts'
import own from './mappings.module.css'
import { PutAwayStep } from './PutAwayStep.tsx'

export interface MappingItemProps {
  mapping: ListedMapping
  timezone: string
  onPutAway: () => void
}

/** One saved mapping, opened to what it reads and to its JSON. */
export function MappingItem({ mapping, timezone, onPutAway }: MappingItemProps) {
  const { name, reads } = mapping
  return (
    <details className={styles.group}>
      <summary>
        <span>
          {name} {mapping.mapping === null && <span className={styles.of}>put away</span>}
        </span>
      </summary>
      <div className={own.opened}>
        {tellSavedMapping(mapping, timezone).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {reads.length > 0 && (
          <ul className={styles.consequences}>
            {reads.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {mapping.mapping !== null && (
          <InUse name={name} text={JSON.stringify(mapping.mapping, null, 2)} onPutAway={onPutAway} />
        )}
      </div>
    </details>
  )
}

interface InUseProps {
  name: string
  /** the mapping as a file has it */
  text: string
  onPutAway: () => void
}

/** Its JSON, to be read or taken along, and the way to put it away. */
function InUse({ name, text, onPutAway }: InUseProps) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  const [isToConfirm, setToConfirm] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <p className={`screen-only ${styles.doings}`}>
        <button
          type="button"
          className="link-button"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? `Close the JSON of “${name}”` : `Show the JSON of “${name}”`}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => downloadFile(mappingFileName(name), new Blob([text], { type: 'application/json' }))}
        >
          {`Download “${name}” as a file`}
        </button>
        <button
          ref={button}
          type="button"
          className="link-button"
          aria-expanded={isToConfirm}
          onClick={() => setToConfirm(true)}
        >
          {`Put “${name}” away`}
        </button>
      </p>
      <div id={id}>
        {isShown && (
          <section className={own.json} aria-label={`JSON of ${name}`} {...keyboardStop}>
            <pre>{text}</pre>
          </section>
        )}
      </div>
      {isToConfirm && (
        <PutAwayStep
          name={name}
          onDone={onPutAway}
          onBack={() => {
            setToConfirm(false)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}
