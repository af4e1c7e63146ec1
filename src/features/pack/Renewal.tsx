import { useState } from 'react'
import type { Edition } from '../../domain/editions/publication.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { HereLink } from '../../ui/HereLink.tsx'
import { Notice } from '../../ui/states.tsx'
import type { PackPageProps } from './pack-page-props.ts'
import { RenewalTable } from './RenewalTable.tsx'

export interface RenewalProps extends Pick<PackPageProps, 'view' | 'edition'> {
  pack: Pack
  /** the edition that the pack was put together from */
  from: number
  latest: Edition
  /** notes that the pack is of that edition now; left out for somebody else's */
  onRenewed?: (to: number) => void
}

/** Where a newer edition is there, or this one is newer than the pack: what it changes, before it is taken over. */
export function Renewal({ pack, view, edition, from, latest, onRenewed }: RenewalProps) {
  const [isShown, setShown] = useState(false)
  const to = edition.number > from ? edition : latest
  if (to.number <= from) return null
  return (
    <div className="screen-only">
      <Notice>
        {edition.number > from ? (
          <span>
            You put this pack together from edition {from}. What is shown is edition {edition.number}.
          </span>
        ) : (
          <span>
            This pack can be renewed for edition {to.number}, {to.label}.
          </span>
        )}
        <button
          type="button"
          className="link-button"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide what changes' : 'Show what changes'}
        </button>
        {edition.number > from ? (
          <>
            <HereLink changes={{ edition: String(from) }}>Go back to edition {from}</HereLink>
            <button type="button" className="link-button" onClick={() => onRenewed?.(to.number)}>
              Renew for edition {to.number}
            </button>
          </>
        ) : (
          <HereLink changes={{ edition: String(to.number) }} onClick={() => onRenewed?.(to.number)}>
            Renew for edition {to.number}
          </HereLink>
        )}
      </Notice>
      {isShown && <RenewalTable pack={pack} audience={view.audience} from={from} to={to.number} />}
    </div>
  )
}
