import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../../api/session.ts'
import { countOf } from '../../domain/measures/format.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { PackExports } from './PackExports.tsx'
import styles from './PackPage.module.css'
import { makePackLink } from './pack-link.ts'
import type { PackPageProps } from './pack-page-props.ts'

export interface PackHeadProps extends Pick<PackPageProps, 'view' | 'edition' | 'organisation'> {
  pack: Pack
  children?: ReactNode
}

/** What the pack is called and of which edition it is; on paper, the head of the first sheet. */
export function PackHead({ pack, view, edition, organisation, children }: PackHeadProps) {
  return (
    <header className={styles.head}>
      <p className="kicker">
        Pack{organisation.illustrative && <span className="print-only"> · Illustrative data</span>}
      </p>
      <h1 className="finding">{pack.name || 'Pack without a name'}</h1>
      <p className="standfirst">
        {countOf(pack.items.length, 'chart or table', 'charts and tables')} of edition {edition.number},{' '}
        {edition.label}
        {view.audience === 'protected'
          ? ', as the panel and the public see them.'
          : ', in exact figures for officers.'}
      </p>
      {children}
      <PackActions pack={pack} view={view} />
      <div className={`${styles.actions} screen-only`}>
        <PackExports pack={pack} />
      </div>
    </header>
  )
}

/** What may be done with a pack, one's own or a link's. */
function PackActions({ pack, view }: Pick<PackHeadProps, 'pack' | 'view'>) {
  const session = useQuery(sessionQuery())
  const [said, setSaid] = useState('')
  const mayStore = session.data?.can.includes('store-packs') ?? false
  const copy = async () => {
    setSaid('')
    try {
      const link = await makePackLink(pack, { ...view, origin: location.origin }, mayStore)
      await navigator.clipboard.writeText(link.address)
      setSaid(link.words)
    } catch (error) {
      const reason = error instanceof Error ? error.message : ''
      setSaid(`The link could not be copied. ${reason} The address bar holds the whole pack: copy it there.`)
    }
  }
  return (
    <div className={`${styles.actions} screen-only`}>
      <button type="button" className="button" onClick={() => void copy()}>
        Copy link to pack
      </button>
      <Link
        className="button"
        to="/present"
        search={{ edition: String(view.edition), audience: view.audience, items: encodePack(pack) }}
      >
        Present
      </Link>
      <button type="button" className="button" onClick={() => window.print()}>
        Print agenda pack
      </button>
      <LiveWords>{said}</LiveWords>
    </div>
  )
}
