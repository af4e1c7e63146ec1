import type { OverviewReply, OverviewRow } from '../src/contract/overview.ts'

const width = 142
const height = 40

/** The overview as one would write it by hand: a table and inline sparklines, no script at all. */
export function staticOverview({ kpis }: OverviewReply): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Overview</title><style>
body { font: 16px/1.4 system-ui, sans-serif; margin: 24px; color: black; background: white }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid silver; height: 40px }
path { fill: none; stroke: currentColor; stroke-width: 1.5 }
</style></head><body><h1>Scorecard</h1><table>
<thead><tr><th>Measure<th>Latest<th>Three years<th>Target<th>Plan<th>Milestone</tr></thead>
<tbody>${kpis.map(row).join('\n')}</tbody></table></body></html>`
}

function row(kpi: OverviewRow): string {
  const latest = kpi.series.points.at(-1)
  const gap = kpi.plan.kind === 'position' ? kpi.plan.gap : kpi.plan.kind
  return `<tr><th scope="row"><a href="/kpis/${kpi.id}">${escapeHtml(kpi.name)}</a><td>${latest?.value ?? latest?.availability ?? ''} ${latest?.period ?? ''}<td>${sparkline(kpi)}<td>${kpi.target?.value ?? ''}<td>${gap}<td>${escapeHtml(kpi.milestone?.title ?? '')} ${kpi.milestone?.currentDue ?? ''}</tr>`
}

function sparkline({ series: { points } }: OverviewRow): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const steps = points.flatMap(({ value }, index) => {
    if (value === null) return []
    const x = (index / Math.max(1, points.length - 1)) * width
    const y = height - ((value - low) / (high - low || 1)) * height
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M${steps.join('L')}"/></svg>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
