import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { overviewQuery } from '../../api/overview.ts'
import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { EmergingPart, ForecastPart } from './AheadParts.tsx'
import { IconsPart, NotJudgedPart, SignalsPart, WordsPart } from './ChangeParts.tsx'
import { CountsPart } from './CountsPart.tsx'
import { DisclosurePart, EditionPart, MarksPart, SourcesPart } from './FigureParts.tsx'
import styles from './MethodsPage.module.css'
import { BeforeAfterPart, ImpactPart, PlanPart } from './PlanParts.tsx'
import { RangePart } from './RangePart.tsx'
import { chooseWorkedExample } from './worked-example.ts'

export interface MethodsPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
}

const contents = [
  ['edition', 'What an edition is'],
  ['range', 'How a usual range is set'],
  ['signals', 'Four signs of real change'],
  ['not-judged', 'Where limits do not suit'],
  ['icons', 'What the icons mean'],
  ['words', 'Which words we use, and when'],
  ['counts', 'Words that are counted'],
  ['plan', 'How milestones are judged'],
  ['impact', 'Done, and did it work?'],
  ['forecast', 'The forecast'],
  ['emerging', 'Emerging issues and false alarms'],
  ['before-and-after', 'Before and after'],
  ['disclosure', 'How people’s privacy is kept'],
  ['marks', 'Marks beside figures'],
  ['sources', 'Sources'],
] as const

/** How figures are made, for somebody who has to decide by them. */
export function MethodsPage({ view, edition, organisation }: MethodsPageProps) {
  const query = useQuery(overviewQuery(view))
  useDocumentTitle('How figures are made', organisation.service, organisation.name)
  return (
    <article className={styles.methods}>
      <h1 className="finding">How figures are made, and how far they can be trusted</h1>
      <p className="standfirst">
        What stands behind each number, word and icon of this dashboard, for anybody who has to decide by
        them.
      </p>
      <nav className={`${styles.contents} screen-only`} aria-label="On this page">
        <ol>
          {contents.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <EditionPart edition={edition} organisation={organisation} />
      <QueryPanel query={query} what="figures for the example" height="40rem">
        {({ kpis }) => <Ready example={chooseWorkedExample(kpis)} />}
      </QueryPanel>
      <SignalsPart />
      <NotJudgedPart />
      <IconsPart />
      <WordsPart />
      <CountsPart />
      <PlanPart />
      <ImpactPart />
      <ForecastPart />
      <EmergingPart />
      <BeforeAfterPart />
      <DisclosurePart />
      <MarksPart />
      <SourcesPart />
    </article>
  )
}

/** A link to one part (/methods#forecast), or to a heading in it, is followed once the example above it has taken its room. */
function Ready({ example }: { example: ReturnType<typeof chooseWorkedExample> }) {
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return <RangePart example={example} />
}
