import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { editionsQuery } from '../../../src/api/editions.ts'
import { loadTrendExhibit } from '../../../src/features/measure/exhibits/trend-exhibit.tsx'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const at = (kpi: string, search = '') => `/kpis/${kpi}?edition=5&audience=protected${search}`
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  // a page that has been laid out: jsdom gives everything no width
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 960, 400))
})

describe('a measure', () => {
  it('is titled with its finding, and told in a paragraph', async () => {
    renderApp(at('ot-waiting'))
    await heading(/^Waiting for OT assessment: no evidence of real change/)
    expect(screen.getByText(/310 people waiting on 30 Sep 2025 \(provisional\), 20 fewer/)).toBeVisible()
    const verdicts = screen.getByRole('list', { name: 'Where it stands' })
    expect(verdicts).toHaveTextContent('No evidence of real change')
    expect(verdicts).toHaveTextContent('Limits 281 to 353, mean 317 since Aug 2024')
    expect(verdicts).toHaveTextContent('Reliably misses its target')
    expect(verdicts).toHaveTextContent('Target not met, 160 above')
    expect(verdicts).toHaveTextContent('Provisional figure [p]')
  })

  it('gives the rule behind a judgement at a press, one at a time, and takes it back by Escape', async () => {
    const { user } = renderApp(at('ot-waiting'))
    const target = await screen.findByRole('button', { name: 'Reliably misses its target' })
    const change = screen.getByRole('button', { name: 'No evidence of real change' })
    const rule = document.getElementById(target.getAttribute('aria-controls') ?? '')
    expect(rule).toHaveTextContent(/^Target not met, 160 above/)
    expect(rule).toHaveClass('print-only')
    await user.click(target)
    expect(target).toHaveAttribute('aria-expanded', 'true')
    expect(rule).not.toHaveClass('print-only')
    await user.click(change)
    expect(target).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{Escape}')
    expect(change).toHaveAttribute('aria-expanded', 'false')
    expect(change).toHaveFocus()
  })

  it('draws four milestones under the plot, what is off track among them, and lists all', async () => {
    renderApp(at('ot-waiting'))
    const list = await screen.findByRole('list', { name: 'Milestones' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(6)
    expect(screen.getByText('Milestones: 4 of 6, all of them below')).toBeInTheDocument()
    expect(screen.getByText(/^Second OT clinic open/, { selector: 'text' })).toBeInTheDocument()
  })

  it('opens the breakdown with the strongest evidence, titled by what it says, unless none is asked for', async () => {
    const { user, address } = renderApp(at('ot-waiting'))
    const heading = await screen.findByRole('heading', { level: 2, name: /evidence of real change in/ })
    expect(heading).toHaveTextContent(
      'No evidence of real change in the six that can be judged; three cannot be judged',
    )
    const choice = screen.getByRole('combobox', { name: 'Broken down by' })
    expect(choice).toHaveDisplayValue('Town')
    await user.selectOptions(choice, 'Nothing')
    await waitFor(() => expect(address()).toContain('dimension=borough'))
    expect(await screen.findByRole('heading', { level: 2, name: 'Breakdowns' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Ealing (town)' })).toBeNull()
  })

  it('reads its points by keyboard', async () => {
    renderApp(at('ot-waiting'))
    const plot = await screen.findByRole('application', { name: /^Waiting for OT assessment/ })
    plot.focus()
    fireEvent.keyDown(plot, { key: 'End' })
    expect(
      screen.getAllByText(
        /^30 Sep 2025: 310 people waiting, provisional; planned 232; target 150; limits 281 to 353, mean 317; no evidence of real change$/,
      ),
    ).toHaveLength(2)
    fireEvent.keyDown(plot, { key: 'ArrowLeft' })
    expect(screen.getAllByText(/^31 Aug 2025: /)).toHaveLength(2)
    fireEvent.keyDown(plot, { key: 'Home' })
    expect(screen.getAllByText(/^31 Oct 2022: /)).toHaveLength(2)
  })

  it('shows the same figures as a table, with the missing month marked', async () => {
    const { user, address } = renderApp(at('ot-waiting'))
    await user.click(await screen.findByRole('button', { name: 'Table' }))
    await waitFor(() => expect(address()).toContain('view=table'))
    const table = await screen.findByRole('table', { name: /^Waiting for OT assessment, / })
    expect(within(table).getByRole('row', { name: /29 Feb 2024/ })).toHaveTextContent('[x]')
    expect(within(table).getAllByRole('row')).toHaveLength(37)
  })

  it('lists its milestones with status, slip and rule', async () => {
    renderApp(at('ot-waiting'))
    const list = await screen.findByRole('list', { name: 'Milestones' })
    expect(list).toHaveTextContent('Second OT clinic open')
    expect(list).toHaveTextContent('Off track, 108 working days behind, 3 moves')
  })

  it('says when the target will be reached, and what it would take', async () => {
    renderApp(at('ot-waiting'))
    expect(await screen.findByText('Not likely to be met', undefined)).toBeVisible()
    // of meeting it in any month, and of keeping it for three
    expect(screen.getAllByText('Less than 5%')).toHaveLength(2)
    expect(screen.getByText('27 fewer each month')).toBeVisible()
  })

  it('shows limits and what they say in the table', async () => {
    renderApp(at('care-act-wait-median', '&view=table'))
    const table = await screen.findByRole('table', { name: /^Median Care Act wait, days/ })
    expect(within(table).getByRole('columnheader', { name: 'Upper limit' })).toBeVisible()
    expect(within(table).getByRole('row', { name: /^Sep 2025/ })).toHaveTextContent(
      'Concern: above upper limit',
    )
  })

  it('opens the before and after of a milestone, and keeps it in the address', async () => {
    const { user, address } = renderApp(at('ot-waiting'))
    const title = await screen.findByRole('button', { name: 'Equipment pathway redesigned' })
    expect(title).toHaveAttribute('aria-expanded', 'false')
    await user.click(title)
    await waitFor(() => expect(address()).toContain('change=M04'))
    expect(screen.getByRole('button', { name: 'Equipment pathway redesigned' })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
    expect(
      screen.getByRole('button', { name: 'Before and after: Equipment pathway redesigned' }),
    ).toHaveAttribute('aria-pressed', 'true')
  })

  it('explains a median that rises while its list falls, and links both', async () => {
    renderApp(at('care-act-wait-median'))
    expect(
      await screen.findByText(/^Over the last six months the median of completed waits was/, undefined),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Waiting for Care Act assessment' })).toBeVisible()
  })

  it('reads one month on every chart, from the chart or from the slider', async () => {
    renderApp(at('ot-waiting'))
    const together = await screen.findByRole('region', { name: 'Read together' })
    const slider = await within(together).findByRole('slider', { name: 'Every chart is read at' })
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('Median OT wait, Sep 2025: 89 days'),
    )
    fireEvent.keyDown(screen.getByRole('application'), { key: 'Home' })
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringContaining('Median OT wait, Oct 2022'))
    fireEvent.change(slider, { target: { value: '20' } })
    expect(screen.getByText(/^30 Jun 2024: 330 people waiting/)).toBeVisible()
    fireEvent.keyDown(slider, { key: 'Escape' })
    expect(screen.getByText(/^30 Sep 2025: 310 people waiting/)).toBeVisible()
  })

  it('tables the measures that are read together', async () => {
    renderApp(at('ot-waiting', '&view=table'))
    const together = await screen.findByRole('table', { name: /^Measures that are read together/ })
    expect(within(together).getByRole('row', { name: /^Feb 2024/ })).toHaveTextContent('Feb 2024[x][x]141')
  })

  it('says of a completed wait without a list what it cannot tell', async () => {
    renderApp(at('carers-wait-median'))
    expect(await screen.findByText(/holds no list of those who still wait/)).toBeVisible()
  })

  it('keeps its figures where the analysis cannot be read', async () => {
    mockServer.use(http.get('*/api/v1/analysis', () => new HttpResponse(null, { status: 503 })))
    renderApp(at('ot-waiting'))
    await heading(/^Waiting for OT assessment: 310 people waiting/)
    expect(screen.getByText(/^What the figures mean could not be read/)).toBeVisible()
  })

  it('judges a part by its own limits', async () => {
    renderApp(at('ot-waiting', '&dimension=town&member=Southall'))
    await heading(/^Waiting for OT assessment, Southall: /)
    expect(screen.getByRole('list', { name: 'Where it stands' })).toHaveTextContent(
      /change|improvement|worse/i,
    )
  })

  it('tells the town from the borough that bears its name', async () => {
    renderApp(at('ot-waiting', '&dimension=town'))
    expect(await screen.findByRole('link', { name: 'Ealing (town)' })).toHaveAttribute(
      'href',
      expect.stringContaining('member=Ealing'),
    )
  })

  it('draws a part without the targets and plan of the whole', async () => {
    renderApp(at('ot-waiting', '&dimension=town&member=Southall'))
    await heading(/^Waiting for OT assessment, Southall: /)
    expect(screen.getByRole('list', { name: 'Where it stands' })).not.toHaveTextContent('Target')
  })

  it('of categories opens on them and has no total', async () => {
    renderApp(at('sg-type'))
    await heading(/^Enquiries by type of abuse: /)
    expect(await screen.findByRole('link', { name: 'Self-neglect' })).toBeVisible()
    expect(screen.queryByRole('application')).toBeNull()
  })
})

describe('a reading that failed once', () => {
  const failing = () =>
    mockServer.use(http.get('*/api/v1/analysis', () => new HttpResponse(null, { status: 503 })))

  it('of categories is said, claims nothing, and is asked for again', async () => {
    failing()
    const { user } = renderApp(at('sg-type'))
    expect(await screen.findByText(/^What the figures mean could not be read/)).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Enquiries by type of abuse$/)
    mockServer.resetHandlers()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await heading(/^Enquiries by type of abuse: /)
    expect(screen.queryByText(/could not be read/)).toBeNull()
  })

  it('is not kept for the next who needs it', async () => {
    failing()
    const { client } = renderApp(at('ot-waiting'))
    await heading(/^Waiting for OT assessment: 310 people waiting/)
    mockServer.resetHandlers()
    const edition = (await client.ensureQueryData(editionsQuery())).editions.find(
      ({ number }) => number === 5,
    )
    if (!edition) throw new Error('There is no edition 5')
    const exhibit = await loadTrendExhibit(
      { kpi: 'ot-waiting', search: {}, layers: ['limits'], address: '/kpis/ot-waiting' },
      { organisation: db.organisation, edition, audience: 'protected' },
      client,
    )
    expect(exhibit.finding).toMatch(/^Waiting for OT assessment: no evidence of real change/)
  })
})

describe('the states of a measure', () => {
  beforeEach(() => {
    db.hasFailingKpis = true
  })

  it('loading is named', async () => {
    renderApp(at('error-slow'))
    expect(await screen.findByText('Loading trend', undefined)).toBeVisible()
  })

  it('failed says what could not be read and offers a retry, while the definition stands', async () => {
    renderApp(at('error-503'))
    expect(await screen.findByText('The trend could not be read', undefined)).toBeVisible()
    expect(screen.getAllByRole('button', { name: 'Try again' })[0]).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Definition' })).toBeVisible()
  })

  it('a reply that makes no sense is a failure', async () => {
    renderApp(at('error-malformed'))
    expect(await screen.findByText('The trend could not be read', undefined)).toBeVisible()
  })

  it('not permitted says so, with the public view as a way on', async () => {
    renderApp(at('error-forbidden'))
    expect(await screen.findByText('Shown to officers only', undefined)).toBeVisible()
  })

  it('empty explains', async () => {
    renderApp(at('error-empty'))
    expect(await screen.findByText('No data for this range', undefined)).toBeVisible()
    expect(screen.getByText('This edition holds no figures for it.')).toBeVisible()
  })

  it('a range without data offers to widen it', async () => {
    const { user, address } = renderApp(at('ot-waiting', '&from=2001-01&to=2001-06'))
    await user.click(await screen.findByRole('button', { name: 'Show everything held' }))
    await waitFor(() => expect(address()).toContain('range=all'))
    expect(address()).not.toContain('from=')
  })

  it('an unknown measure is named, with the nearest known ones', async () => {
    renderApp(at('ot-wating'))
    await heading(/no measure “ot-wating”/)
    expect(screen.getByRole('link', { name: 'Waiting for OT assessment' })).toBeVisible()
  })

  it('an unknown breakdown is said, and the whole is shown', async () => {
    renderApp(at('ot-waiting', '&dimension=team'))
    expect(await screen.findByText(/not broken down by "team"/, undefined)).toBeVisible()
    await heading(/^Waiting for OT assessment: /)
  })

  it('a failed refresh keeps the trend and says when it was read', async () => {
    const { client } = renderApp(at('ot-waiting'))
    await heading(/^Waiting for OT assessment: no evidence/)
    mockServer.use(http.get('*/api/v1/series', () => new HttpResponse(null, { status: 503 })))
    await client.invalidateQueries({ queryKey: ['series'] })
    await client.refetchQueries({ queryKey: ['trend'] })
    expect(
      await screen.findByText(
        /^The latest refresh of the trend failed; what is shown was read at \d\d:\d\d\.$/,
      ),
    ).toBeVisible()
    await heading(/^Waiting for OT assessment: no evidence/)
  })
})
