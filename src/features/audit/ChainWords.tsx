import { useQuery } from '@tanstack/react-query'
import { auditChainQuery } from '../../api/audit.ts'
import { brokenInWords } from '../../domain/audit/audit-words.ts'
import { writeHead } from '../../domain/audit/chain-head.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import styles from './AuditPage.module.css'

/** Whether the audit is what was written: the service reads all of it to say so. */
export function ChainWords() {
  const query = useQuery(auditChainQuery())
  return (
    <section className="section" aria-labelledby="chain">
      <div className="section-head">
        <h2 className="heading-2" id="chain">
          Is it whole?
        </h2>
      </div>
      <QueryPanel query={query} what="checks of the audit" height="4rem">
        {({ links, head, broken }) =>
          broken ? (
            <div className={styles.broken} role="alert">
              <p>
                <IconWord icon="failed" tone="late">
                  The audit is broken.
                </IconWord>{' '}
                {brokenInWords(broken)}
              </p>
              <p>
                Somebody changed the database past this service. Tell whoever runs it, and set the audit
                against that of a backup.
              </p>
            </div>
          ) : (
            <>
              <p>
                {head
                  ? `Every row is as it was written, none is missing between the first and row ${links}.`
                  : 'Nothing has been written yet.'}
              </p>
              {head && (
                <p className={styles.head}>
                  It ends at <code>{writeHead(head)}</code>. Rows cut off its end are missed by setting this
                  against the log of the service, which has where the audit ended at each publication, with{' '}
                  <code>npm run audit:verify</code>.
                </p>
              )}
            </>
          )
        }
      </QueryPanel>
    </section>
  )
}
