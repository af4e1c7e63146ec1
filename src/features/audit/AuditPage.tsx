import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/session.ts'
import type { Organisation } from '../../domain/editions/publication.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { AuditList } from './AuditList.tsx'
import styles from './AuditPage.module.css'
import type { AuditSearch } from './audit-search.ts'
import { ChainWords } from './ChainWords.tsx'

export interface AuditPageProps {
  organisation: Organisation
  search: AuditSearch
  onSearch: (changes: Partial<AuditSearch>) => void
}

/** Who loaded, published, released, took out and saw what, and whether the record of it is whole. */
export function AuditPage({ organisation, ...asked }: AuditPageProps) {
  const session = useQuery(sessionQuery())
  useDocumentTitle('Audit', organisation.service, organisation.name)
  if (!session.data?.can.includes('read-audit')) return <ForOthers />
  return <Audit timezone={organisation.timezone} {...asked} />
}

type AuditProps = Omit<AuditPageProps, 'organisation'> & { timezone: string }

/** The audit of a service without an edition, for whoever may read it: that files were loaded stands in it already. */
export function FirstEditionAudit(props: AuditProps) {
  useDocumentTitle('Audit')
  return <Audit {...props} />
}

function Audit({ timezone, search, onSearch }: AuditProps) {
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">Who did what</p>
        <h1 className="finding">The audit: what was done, when, by whom and on what</h1>
        <p className="standfirst">
          Rows are added and never changed. They name measures, editions, loads and actions by their ids, and
          hold no figure and no text. Exact figures seen stand once for each session, measure or page, and
          day.
        </p>
      </div>
      <ChainWords />
      <AuditList search={search} onSearch={onSearch} timezone={timezone} />
    </>
  )
}

function ForOthers() {
  return (
    <>
      <h1 className="visually-hidden">Audit</h1>
      <EmptyState
        title="The audit is for the analyst and the director"
        detail="It says who loaded, published and saw what. Whoever is one of them signs in first, or takes that role under “Viewing as”."
        height="60vh"
      />
    </>
  )
}
