/**
 * Files are sent by an old request, whose rules of origin hold here too.
 * @vitest-environment-options { "url": "http://localhost/" }
 */
import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import type { MappingLook } from '../../../src/contract/mappings.ts'
import { aStagedLoad } from '../../support/a-staged-load.ts'
import { aLook, aPointedTable, aTableLook } from '../../support/a-table-look.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()

const undescribed = aStagedLoad({
  state: 'rejected',
  preview: [],
  undescribed: [{ file: 'waiting-2025-10.csv', mappings: [] }],
  problems: [
    {
      severity: 'error',
      file: 'waiting-2025-10.csv',
      line: 0,
      column: 0,
      message: 'the file is none of a load, and no mapping names it',
      remedy: 'point at its columns',
    },
  ],
})

/** The service as it answers one after the other: to files, and to being looked into. */
function answering(looks: MappingLook[]) {
  const kept: unknown[] = []
  const sent: string[][] = []
  // what an old request sends cannot be read here: its form is watched instead
  const appending = vi.spyOn(FormData.prototype, 'append')
  const appended = () => {
    // a mapping by the name of its file
    const names = appending.mock.calls.map(([part, , file]) => (part === 'mapping' ? String(file) : part))
    appending.mockClear()
    return names
  }
  mockServer.use(
    http.post('*/api/v1/loads', () => {
      const parts = appended()
      sent.push(parts)
      const load = parts.some((part) => part.endsWith('mapping.json'))
        ? aStagedLoad({ id: '00000000-0000-4000-8000-000000000002' })
        : undescribed
      return HttpResponse.json(load, { status: 201 })
    }),
    http.post('*/api/v1/mappings/propose', () => {
      appended()
      return HttpResponse.json(looks.shift())
    }),
    http.post('*/api/v1/mappings', async ({ request }) => {
      const given = (await request.json()) as { name: string; mapping: object; fingerprints: string[] }
      kept.push(given)
      return HttpResponse.json(
        { ...given, version: 1, who: 'Analyst', at: '2025-12-01T09:00:00Z' },
        { status: 201 },
      )
    }),
  )
  return { kept, sent }
}

async function openWith(looks: MappingLook[]) {
  db.role = 'analyst'
  const service = answering(looks)
  const app = renderApp('/load?edition=5&audience=exact')
  const field = await screen.findByLabelText('Choose files or a zip')
  await app.user.upload(field, new File(['Month'], 'waiting-2025-10.csv', { type: 'text/csv' }))
  await screen.findByRole('heading', { level: 2, name: 'What the columns are' })
  return { ...app, ...service }
}

const marked = { row: 1, column: 2, message: '"many" is not a number', remedy: 'write a number' }
const faulty = {
  severity: 'error',
  file: 'waiting-2025-10.csv',
  line: 3,
  column: 16,
  message: marked.message,
  remedy: marked.remedy,
} as const
const saidOf = { ...aPointedTable().columns[2], name: 'Number', role: 'figures' as const, kpi: 'ot-waiting' }
const said = aPointedTable({ columns: [...aPointedTable().columns.slice(0, 2), saidOf] })
const figures = [
  {
    kpi: 'ot-waiting',
    period: '2025-10',
    dimension: 'town',
    member: 'Acton',
    value: 12,
    availability: 'present',
    provisional: false,
  },
]

describe('a file that nobody has described', () => {
  it('is shown by its rows, corrected, tried, tried again, saved and checked', async () => {
    const { user, kept, sent } = await openWith([
      aLook([aTableLook()]),
      aLook([aTableLook({ pointed: said, marks: [marked], figures, figureCount: 1 })], {
        problems: [faulty],
      }),
      aLook([aTableLook({ pointed: said, figures, figureCount: 1 })]),
    ])
    expect(await screen.findByRole('heading', { level: 1, name: '1 table to be described' })).toBeVisible()
    const region = await screen.findByRole('region', { name: 'Rows of waiting-2025-10.csv' })
    expect(region).toHaveAttribute('tabindex', '0')
    expect(within(region).getByText('Hanwell')).toBeVisible()
    expect(screen.getByLabelText('What “Place” is')).toHaveValue('member')
    await user.click(screen.getByRole('button', { name: 'Try it: see the figures' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Say which measure “Number” is of')
    const measure = screen.getByLabelText('Measure of “Number”')
    expect(measure).toBeInvalid()
    expect(measure).toHaveAccessibleDescription('Say which measure “Number” is of')
    // what a cell is read with is the name of its column, and not all that the column might be
    expect(within(region).getByRole('columnheader', { name: 'Number' })).toBeVisible()
    await user.selectOptions(measure, 'ot-waiting')
    await user.click(screen.getByRole('button', { name: 'Try it: see the figures' }))
    expect(await screen.findByText('1 figure comes of it, and 1 error is to be put right.')).toBeVisible()
    expect(within(region).getByText(/is not a number\. Write a number/)).toBeVisible()
    expect(screen.queryByLabelText('Save it as')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Try it again' }))
    expect(await screen.findByText('1 figure comes of it, and nothing is wrong.')).toBeVisible()
    const table = screen.getByRole('table', { name: 'Figures that come of it' })
    expect(table).toHaveTextContent('Waiting for OT assessment')
    await user.click(screen.getByRole('button', { name: 'Save it, and check the files' }))
    expect(screen.getByRole('alert')).toHaveFocus()
    expect(screen.getByLabelText('Save it as')).toHaveAccessibleDescription(/Give it a name/)
    await user.type(screen.getByLabelText('Save it as'), 'Waiting list')
    await user.click(screen.getByRole('button', { name: 'Save it, and check the files' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'These files are sound' })).toBeVisible()
    expect(kept).toMatchObject([
      {
        name: 'Waiting list',
        mapping: { files: [{ file: 'waiting-*.csv' }] },
        fingerprints: ['a'.repeat(64)],
      },
    ])
    expect(sent).toEqual([['file'], ['file', 'Waiting list.mapping.json']])
  })

  it('asks what two counts make where no column holds figures, and of what another group is', async () => {
    const parts = aPointedTable({
      kpi: 'ot-waiting',
      columns: [
        { name: 'Month', role: 'period', form: 'month-name' },
        { name: 'In time', role: 'numerator' },
        { name: 'All', role: 'denominator' },
        { name: 'Age band', role: 'nothing' },
      ],
    })
    const names = parts.columns.map(({ name }) => name)
    const row = { line: 2, cells: ['Oct-25', '28', '64', '65+'] }
    const { user } = await openWith([aLook([aTableLook({ names, rows: [row], pointed: parts })])])
    const ratio = await screen.findByLabelText('What the numerator divided by the denominator is')
    await user.selectOptions(screen.getByLabelText('What “Age band” is'), 'Another group, told by itself')
    await user.clear(screen.getByLabelText('What the groups of “Age band” are'))
    await user.click(screen.getByRole('button', { name: 'Try it: see the figures' }))
    expect(within(screen.getByRole('alert')).getAllByRole('listitem')).toHaveLength(2)
    expect(ratio).toHaveAccessibleDescription('Say what the numerator divided by the denominator is')
    await user.click(screen.getByRole('link', { name: /^Say what the groups of “Age band” are/ }))
    expect(screen.getByLabelText('What the groups of “Age band” are')).toHaveFocus()
    await user.selectOptions(ratio, 'A rate per 1,000')
    expect(ratio).toHaveValue('1000')
  })

  it('says from which saved mapping it is proposed, and leaves one that says more as it stands', async () => {
    const from = { name: '<script>alert(1)</script>', version: 3 }
    await openWith([aLook([aTableLook({ from, pointed: null })])])
    expect(await screen.findByText(/<script>alert\(1\)<\/script>/)).toBeVisible()
    expect(screen.getByText(/is used as it stands/)).toBeVisible()
    expect(screen.queryByLabelText('What “Place” is')).toBeNull()
  })

  it('has a column without a name, two of one name, and one that is gone, and says so of each', async () => {
    const columns = [
      ...said.columns,
      { name: 'Number', role: 'nothing' as const },
      { name: '', role: 'nothing' as const },
      { name: 'Extracted', role: 'as-at' as const },
    ]
    const names = ['Month', 'Place', 'Number', 'Number', '']
    await openWith([aLook([aTableLook({ names, pointed: { ...said, columns } })])])
    expect(await screen.findByText('Cannot be read: it has no name')).toBeVisible()
    expect(screen.getAllByLabelText('What “Number” is')).toHaveLength(2)
    expect(screen.getByText('Not in this file')).toBeVisible()
  })

  it('shows no row where it was refused for persons', async () => {
    const persons = { ...faulty, message: 'heads a column of persons’ names', remedy: 'load counts' }
    await openWith([aLook([], { problems: [persons] })])
    expect(await screen.findByRole('region', { name: 'Why' })).toHaveTextContent('persons’ names')
    expect(screen.queryByRole('button', { name: /^Try it/ })).toBeNull()
  })
})
