import { Link } from '@tanstack/react-router'
import { proposedPolicy } from '../../domain/disclosure/policy.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { marks } from '../../domain/glossary/marks.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { protectExamples } from './disclosure-examples.ts'
import { sources } from './evidence.ts'
import styles from './MethodsPage.module.css'
import { Part, WordTable } from './Part.tsx'

export function EditionPart({ edition, organisation }: { edition: Edition; organisation: Organisation }) {
  return (
    <Part id="edition" title="What an edition is">
      <p>
        Figures, definitions, targets and the plan are published together, as a numbered edition. Once
        published, it does not change. A link names its edition, so that it shows the same picture years
        later. A later edition may correct a figure; then it says so.
      </p>
      <p>
        You are reading edition {edition.number}, {edition.label}, with data as at{' '}
        {formatDate(edition.dataAsAt)}.
        {organisation.illustrative && ' Its figures are invented for the demonstration.'}
      </p>
    </Part>
  )
}

export function DisclosurePart() {
  const { smallCount, roundTo, leastDenominator, leastForMedian, leastForTail } = proposedPolicy
  return (
    <Part id="disclosure" title="How people’s privacy is kept">
      <p>
        A very small number can point to a person. So the panel and the public see a protected set. Counts of
        1 to {smallCount} are withheld. Other counts are rounded to the nearest {roundTo}, each by itself, so
        parts may not add up to their total.
      </p>
      <p>
        A percentage is made from the true counts, to a whole number. It is withheld where its count, or what
        is left over, is 1 to {smallCount}, where it is a share of fewer than {leastDenominator}, and where it
        is none or all of a group. A median needs {leastForMedian} cases; the wait that nine in ten stay
        within needs {leastForTail}. Days are shown no finer than a tenth. Teams, and two breakdowns at once,
        are never shown.
      </p>
      <p>
        Some figures could be worked out from others: a town from the other towns and the whole, or a month
        from the months around it. So each edition is tested before it is published, with all that earlier
        ones have shown. Other figures, or the counts behind a percentage, are withheld until nothing can be
        worked out. They carry the same mark. A withheld figure may therefore be of any size. Limits,
        forecasts and flags are then worked out from the protected figures alone; whether a measure has
        changed is judged from the figures as they were received, for everybody alike.
      </p>
      <p>
        Where some months of a measure are too small to publish, it is shown in quarters as well, or in twelve
        months at a time, as long as these give nothing away. Counts at month ends are then added up. Where
        nothing can be said of the months, change is judged by the quarters, from exact figures too.
      </p>
      <WordTable
        caption="Made-up figures, protected by the rule"
        heads={['Exact', 'Protected']}
        rows={protectExamples().map(({ exact, shown }) => [exact, shown])}
      />
    </Part>
  )
}

export function MarksPart() {
  return (
    <Part id="marks" title="Marks beside figures">
      <WordTable caption="What the marks mean" heads={['Mark', 'Meaning']} rows={marks} />
      <p>
        What each measure counts is in the <Link to="/definitions">definitions</Link>.
      </p>
    </Part>
  )
}

export function SourcesPart() {
  return (
    <Part id="sources" title="Sources">
      <ul className={styles.sources}>
        {sources.map(({ title, use, url }) => (
          <li key={title}>
            {url === null ? title : <a href={url}>{title}</a>}: {use}.
          </li>
        ))}
      </ul>
    </Part>
  )
}
