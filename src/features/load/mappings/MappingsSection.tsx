import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { mappingsQuery } from '../../../api/mappings.ts'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import styles from '../LoadPage.module.css'
import { MappingItem } from './MappingItem.tsx'

/** Every saved mapping: what it reads, since when and by whom, when it was used last; and putting one away. */
export function MappingsSection() {
  const query = useQuery(mappingsQuery())
  const [said, setSaid] = useState('')
  const head = useRef<HTMLHeadingElement>(null)
  return (
    <section className="section" aria-labelledby="saved-mappings">
      <div className="section-head">
        <h2 ref={head} className="heading-2" id="saved-mappings" tabIndex={-1}>
          Saved mappings
        </h2>
      </div>
      <LiveWords className={styles.said}>{said}</LiveWords>
      <QueryPanel query={query} what="saved mappings" height="6rem">
        {({ mappings, timezone }) =>
          mappings.length === 0 ? (
            <p className="note">
              None yet. Choose a file that nothing describes, say what its columns are, and save that under a
              name: next month’s is recognised by it.
            </p>
          ) : (
            mappings.map((mapping) => (
              <MappingItem
                key={mapping.name}
                mapping={mapping}
                timezone={timezone}
                onPutAway={() => {
                  setSaid(`“${mapping.name}” is put away: no file is recognised by it any more.`)
                  // what was pressed is not there any more
                  head.current?.focus()
                }}
              />
            ))
          )
        }
      </QueryPanel>
    </section>
  )
}
