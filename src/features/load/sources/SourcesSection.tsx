import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AskedSource, type Source, sourcesQuery } from '../../../api/sources.ts'
import { nameSource, tellSource } from '../../../domain/sources/source-words.ts'
import { HereLink } from '../../../ui/HereLink.tsx'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from '../LoadPage.module.css'
import { soonAfter } from '../schedule/next-look.ts'
import { useAskSource } from './use-ask-source.ts'

export interface SourcesSectionProps {
  /** what came of asking one here, with the rows of what it brought */
  onAsked: (asked: AskedSource) => void
}

/** What comes by itself: when each source was asked, what it brought, and that it can be taken; nothing where none is set. */
export function SourcesSection({ onAsked }: SourcesSectionProps) {
  const query = useQuery({
    ...sourcesQuery(),
    refetchInterval: ({ state }) => nextLookAt(state.data?.sources),
  })
  const [said, setSaid] = useState('')
  const sources = query.data?.sources ?? []
  const timezone = query.data?.timezone ?? ''
  return (
    <>
      {/* whoever sees the page reads it with the source itself */}
      <LiveWords className="visually-hidden">{said}</LiveWords>
      {sources.length > 0 && (
        <section className="section" aria-labelledby="sources">
          <div className="section-head">
            <h2 className="heading-2" id="sources">
              Sources
            </h2>
          </div>
          <ul className={styles.sources}>
            {sources.map((source) => (
              <SourceItem
                key={source.name}
                source={source}
                timezone={timezone}
                onSaid={setSaid}
                onAsked={onAsked}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const whileAskedMs = 3_000

/** Soon where one is being asked, else soon after the next time of a schedule. */
function nextLookAt(sources: readonly Source[] = []): number | false {
  if (sources.some(({ isBeingAsked }) => isBeingAsked)) return whileAskedMs
  return soonAfter(sources.flatMap(({ nextAt }) => nextAt ?? []))
}

interface SourceItemProps {
  source: Source
  timezone: string
  onSaid: (words: string) => void
  onAsked: (asked: AskedSource) => void
}

function SourceItem({ source, timezone, onSaid, onAsked }: SourceItemProps) {
  const { name, load } = source
  const asking = useAskSource(name, (asked) => {
    onSaid(`${name}: ${asked.words ?? ''}`)
    onAsked(asked)
  })
  const ask = () => {
    onSaid(`Asking ${name}.`)
    asking.mutate()
  }
  const isBusy = asking.isPending || source.isBeingAsked
  return (
    <li className={styles.confirm}>
      <h3 className="heading-3">{nameSource(source)}</h3>
      {tellSource({ ...source, isBeingAsked: isBusy }, timezone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {asking.error && (
        <p className={styles.refused} role="alert">
          <strong>It was not asked.</strong> {asking.error.message}
        </p>
      )}
      <p className={`screen-only ${styles.doings}`}>
        {load && load.state !== 'published' && (
          <HereLink changes={{ load: load.id }}>
            {load.state === 'staged'
              ? `Take what ${name} brought`
              : `Look at what was found in the files of ${name}`}
          </HereLink>
        )}
        <button type="button" className="link-button" aria-disabled={isBusy} onClick={() => !isBusy && ask()}>
          {`Ask ${name} now`}
        </button>
      </p>
    </li>
  )
}
