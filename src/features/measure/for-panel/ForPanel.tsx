import { useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../../api/analysis.ts'
import type { PinnedView } from '../../../api/view.ts'
import { withheldQuery } from '../../../api/withheld.ts'
import { because } from '../../../domain/analysis/coarser-words.ts'
import { mayHoldDimension } from '../../../domain/disclosure/protect.ts'
import type { ToldWithholding } from '../../../domain/disclosure/withholding.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { borough } from '../../../domain/measures/measure.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { hiddenInWords, hiddenOf } from './hidden-of.ts'

export interface ForPanelProps {
  view: PinnedView
  kpi: DescribedKpi
  /** the breakdown that is open; null where the whole is shown alone */
  dimension: Dimension | null
}

/** For officers: which of the figures on this page the panel does not see, and by which rule. */
export function ForPanel({ view, kpi, dimension }: ForPanelProps) {
  const query = useQuery(withheldQuery(view, kpi.id))
  return (
    <section className="section" aria-labelledby="for-the-panel">
      <div className="section-head">
        <h2 className="heading-2" id="for-the-panel">
          For the panel
        </h2>
        <p>For officers alone: the panel sees [c], whatever the reason</p>
      </div>
      {dimension && !mayHoldDimension(dimension.id) ? (
        <p className="note">The panel sees nothing by {lowerFirst(dimension.label)}.</p>
      ) : (
        <>
          {!dimension && <InQuarters view={view} kpi={kpi} />}
          <QueryPanel query={query} what="reasons" height="4rem">
            {({ withheld }) => (
              <Hidden kpi={kpi} dimension={dimension} hidden={hiddenOf(withheld, dimension)} />
            )}
          </QueryPanel>
        </>
      )}
    </section>
  )
}

/** What the panel is told in place of months that are withheld; nothing where it is told those. */
function InQuarters({ view, kpi }: Pick<ForPanelProps, 'view' | 'kpi'>) {
  const { data } = useQuery(analysisQuery({ ...view, audience: 'protected' }, kpi.id))
  const coarser = data?.coarser
  if (!coarser || data?.series.some(({ variation }) => variation !== null)) return null
  const told = coarser.analysis ? lowerFirst(coarser.analysis.headline) : 'without a verdict on change'
  return (
    <p className="note">
      The panel reads this measure {because(kpi, coarser.span)}: {told}.
    </p>
  )
}

type HiddenProps = Pick<ForPanelProps, 'kpi' | 'dimension'> & { hidden: readonly ToldWithholding[] }

function Hidden({ kpi, dimension, hidden }: HiddenProps) {
  const words = hiddenInWords(kpi, dimension, hidden)
  if (hidden.length === 0) return <p className="note">{words}</p>
  const title = `What the panel does not see of ${kpi.name}`
  return (
    <details>
      <summary>{words}</summary>
      <section className="wide" aria-label={`${title}, table`} {...keyboardStop}>
        <table className="figure-table">
          <caption className="visually-hidden">{title}, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {dimension && <th scope="col">{dimension.label}</th>}
              <th scope="col">For the panel</th>
            </tr>
          </thead>
          <tbody>
            {hidden.map((one) => (
              <tr key={`${one.member} ${one.dimension} ${one.period}`}>
                <th scope="row" className="nowrap">
                  {formatPeriod(one.period)}
                </th>
                {dimension && <td>{memberOf(dimension, one)}</td>}
                <td>{one.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

function memberOf(dimension: Dimension, { dimension: of, member }: ToldWithholding): string {
  if (of === borough.dimension) return 'Borough'
  return dimension.members.find(({ id }) => id === member)?.label ?? member
}
