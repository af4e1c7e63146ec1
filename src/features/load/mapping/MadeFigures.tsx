import type { MappingLook } from '../../../api/mappings.ts'
import { RecordTable } from '../../../ui/RecordTable.tsx'
import loadStyles from '../LoadPage.module.css'

type Made = MappingLook['tables'][number]['figures'][number]

/** The figures that come of it, the first of them. */
export function MadeFigures({ look }: { look: MappingLook }) {
  const figures = look.tables.flatMap((table) => table.figures)
  const count = look.tables.reduce((sum, { figureCount }) => sum + figureCount, 0)
  if (figures.length === 0) return null
  const names = new Map(look.kpis.map(({ id, name }) => [id, name]))
  const columns = [
    { head: 'Measure', width: 2, text: ({ kpi }: Made) => names.get(kpi) ?? kpi },
    { head: 'Period', text: ({ period }: Made) => period },
    {
      head: 'Of',
      width: 1.5,
      text: ({ dimension, member }: Made) =>
        dimension === 'borough' ? 'The whole' : `${member} (${dimension})`,
    },
    { head: 'Figure', isNumber: true, text: valueWords },
  ]
  return (
    <div className={loadStyles.part}>
      <h3 className="heading-3">
        Figures that come of it{' '}
        <span className={loadStyles.of}>
          {figures.length < count ? `the first ${figures.length} of ${count.toLocaleString('en-GB')}` : count}
        </span>
      </h3>
      <RecordTable
        caption="Figures that come of it"
        columns={columns}
        rows={figures}
        keyOf={({ kpi, period, dimension, member }) => [kpi, period, dimension, member].join(' ')}
      />
    </div>
  )
}

function valueWords({ value, availability, provisional }: Made): string {
  if (value === null) return availability === 'suppressed' ? 'withheld' : 'missing'
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: 10 })}${provisional ? ', provisional' : ''}`
}
