import { formatNumber, formatValue } from '../../domain/measures/format.ts'
import { formatObservedAt, formatPeriod } from '../../domain/periods/labels.ts'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { LimitPicture } from './LimitPicture.tsx'
import styles from './MethodsPage.module.css'
import { Part } from './Part.tsx'
import type { WorkedExample } from './worked-example.ts'

/** How a usual range is set, on a real series of this edition. */
export function RangePart({ example }: { example: WorkedExample | null }) {
  return (
    <Part id="range" title="How a usual range is set">
      <p>
        Every figure goes up and down a little from month to month. The usual range says how much of that is
        normal for this measure. While the figures stay inside it and show no pattern, nothing has really
        changed, even if this month is worse than the last.
      </p>
      <p>
        The range is worked out from the measure’s own past. It says nothing of what is good: a measure can be
        steady and still far from its target. It starts again where the way of working or counting is known to
        have changed, and the reason is given.
      </p>
      <h3 className="heading-3">Step by step</h3>
      {example ? (
        <Steps example={example} />
      ) : (
        <p>This edition holds no measure with a plain run of monthly figures to show the sums on.</p>
      )}
    </Part>
  )
}

function Steps({ example }: { example: WorkedExample }) {
  const { measure, months, mean, averageRange, perRange, reach, lower, upper, isSnapshot } = example
  const exact = { ...measure, decimals: measure.decimals + 2 }
  const shown = (value: number) => formatValue(exact, value)
  const first = months[0]
  const second = months[1]
  const last = months.at(-1)
  const from = first ? formatObservedAt(first.period, isSnapshot) : ''
  const to = last ? formatObservedAt(last.period, isSnapshot) : ''
  return (
    <>
      <p>
        The sums for <MeasureLink id={example.kpi}>{example.name}</MeasureLink>, with the {months.length}{' '}
        figures of this edition from {from} to {to}:
      </p>
      <div className={styles.example}>
        <ol>
          <li>
            <strong>Mean.</strong> Add up the figures and divide by {months.length}: {shown(mean)}.
          </li>
          <li>
            <strong>Differences.</strong> Take how far each figure is from the one before, up or down.
            {first && second && second.range !== null && (
              <>
                {' '}
                From {formatValue(measure, first.value)} to {formatValue(measure, second.value)} is{' '}
                {formatValue(measure, second.range)}.
              </>
            )}
          </li>
          <li>
            <strong>Average difference.</strong> Add up the differences and divide by {months.length - 1}:{' '}
            {shown(averageRange)}.
          </li>
          <li>
            <strong>Reach.</strong> Multiply it by {formatNumber(perRange, 2)}: {shown(reach)}.
          </li>
          <li>
            <strong>Limits.</strong> Mean less reach is {shown(lower)}, mean plus reach is {shown(upper)}.
            Between them lies the usual range.
          </li>
        </ol>
        <figure>
          <LimitPicture
            label={`${example.name} from ${from} to ${to}, with a mean of ${shown(mean)} and limits at ${shown(lower)} and ${shown(upper)}`}
            values={months.map(({ value }) => value)}
            mean={mean}
            lower={lower}
            upper={upper}
            marked={[]}
          />
          <figcaption>Figures, their mean (solid line) and limits (dashed lines).</figcaption>
        </figure>
        <table className="figure-table">
          <caption>Figures and differences</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="number">
                Figure
              </th>
              <th scope="col" className="number">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ period, value, range }) => (
              <tr key={period}>
                <th scope="row">{formatPeriod(period)}</th>
                <td className="number">{formatValue(measure, value)}</td>
                <td className="number">{range === null ? 'none' : formatValue(measure, range)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        The number {formatNumber(perRange, 2)} comes from the theory of such charts. A difference that is far
        larger than the others is left out, so that one odd month does not widen the range for ever. There was
        none here. A missing month is never read as zero.
      </p>
    </>
  )
}
