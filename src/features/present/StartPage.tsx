import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/session.ts'
import type { Audience } from '../../domain/editions/publication.ts'
import { countOf } from '../../domain/measures/format.ts'
import { groupsOf, type Pack } from '../../domain/packs/pack.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { HereLink } from '../../ui/HereLink.tsx'
import { type KeyWords, presentingKeys } from '../../ui/presenting-keys.ts'
import styles from './PresentPage.module.css'
import type { PresentPageProps } from './present-page-props.ts'

export interface StartPageProps extends PresentPageProps {
  pack: Pack
}

/** Whom it is shown to is chosen here, before anything is read; it cannot be changed on the screen. */
export function StartPage({ pack, edition, organisation }: StartPageProps) {
  const session = useQuery(sessionQuery())
  const mayShowExact = session.data?.audience === 'exact'
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">Present</p>
        <h1 className="finding">{pack.name || `${countOf(pack.items.length, 'item')} to present`}</h1>
        <p className="standfirst">
          {organisation.service}, {organisation.name}. Edition {edition.number}, {edition.label}, data as at{' '}
          {formatDate(edition.dataAsAt)}.
        </p>
      </div>
      <section className="section" aria-labelledby="audience">
        <div className="section-head">
          <h2 className="heading-2" id="audience">
            Who will see the screen?
          </h2>
        </div>
        <p className={styles.about}>
          The screen shows what they may see and nothing more, whoever you are signed in as. It says so on
          every item.
        </p>
        <div className={styles.choices}>
          <StartLink audience="protected" title="The panel and the public">
            Small numbers are withheld and counts rounded.
          </StartLink>
          {mayShowExact && (
            <StartLink audience="exact" title="Officers only">
              Exact figures, OFFICIAL-SENSITIVE: nobody else may be in the room or on the call.
            </StartLink>
          )}
        </div>
      </section>
      <section className="section" aria-labelledby="items">
        <div className="section-head">
          <h2 className="heading-2" id="items">
            On the agenda
          </h2>
          <p>{countOf(pack.items.length, 'item')}</p>
        </div>
        <ol className={styles.agenda}>
          {groupsOf(pack).map(({ name, items }) => (
            <li key={name}>
              {name || 'Charts and tables'}: {countOf(items.length, 'item')}
            </li>
          ))}
        </ol>
      </section>
      <section className="section" aria-labelledby="keys">
        <div className="section-head">
          <h2 className="heading-2" id="keys">
            Keys, clickers and fingers
          </h2>
        </div>
        <KeyList keys={presentingKeys} />
      </section>
    </>
  )
}

function StartLink({ audience, title, children }: { audience: Audience; title: string; children: string }) {
  return (
    <HereLink className={styles.choice} changes={{ audience, item: '1' }}>
      <b>{title}</b>
      <span>{children}</span>
    </HereLink>
  )
}

export function KeyList({ keys }: { keys: readonly KeyWords[] }) {
  const hasSingleKeys = usePreferences(({ shortcuts }) => shortcuts === 'on')
  const shown = keys.filter(({ isSingle }) => hasSingleKeys || !isSingle)
  return (
    <dl className={styles.keys}>
      {shown.map(({ keys: names, does }) => (
        <div key={does}>
          <dt>{names.join(', ')}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
