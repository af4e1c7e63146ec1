/**
 * Only an old request tells how much of a file has gone, and its rules of origin hold here too.
 * @vitest-environment-options { "url": "http://localhost/" }
 */
import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { HttpResponse, http } from 'msw'
import { expect, it } from 'vitest'
import type { LastingLevel } from '../../../src/contract/rebaseline.ts'
import { aStagedLoad } from '../../support/a-staged-load.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()

const worse: LastingLevel = {
  kpi: 'dq-complete',
  name: 'Records complete',
  since: '2024-09',
  sinceInWords: 'Sep 2024',
  meaning: 'concern',
  means: { before: 95, since: 88 },
  words: 'Since Sep 2024 figures have kept a level of about 88%, against about 95% before.',
  titleNow: 'Getting worse, lasting since Sep 2024',
  titleThen: 'No evidence of real change since Sep 2024',
  history: [
    { period: '2024-08', value: 95 },
    { period: '2024-09', value: 88 },
    { period: '2024-10', value: null },
    { period: '2024-11', value: 87.5 },
  ],
}
const better: LastingLevel = { ...worse, kpi: 'sg-repeat', name: 'Repeat enquiries', meaning: 'improvement' }

async function openLoad(levels: LastingLevel[]) {
  const sent: unknown[] = []
  const load = aStagedLoad({ levels })
  mockServer.use(
    http.get('*/api/v1/loads/:id', () => HttpResponse.json(load)),
    http.post('*/api/v1/loads/:id/publish', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...load, state: 'published', edition: 6 })
    }),
  )
  db.role = 'analyst'
  const app = renderApp(`/load?edition=5&audience=exact&load=${load.id}`)
  await screen.findByRole('heading', { level: 1, name: 'These files are sound' })
  return { ...app, sent }
}

const levels = () => within(screen.getByRole('region', { name: 'Levels that have lasted' }))
const choiceOf = (name: string) =>
  levels().getByRole('checkbox', { name: `Start limits again from Sep 2024: ${name}` })
const goOn = () => screen.getByRole('button', { name: /^Go on: what happens/ })

it('offers each level that has lasted, and publishes one that was chosen with its reason', async () => {
  const { user, sent } = await openLoad([worse, better])
  expect(levels().getAllByText(/Since Sep 2024 figures have kept a level/)).toHaveLength(2)
  expect(levels().getAllByText('No evidence of real change since Sep 2024')).toHaveLength(2)
  // of the worse one alone
  expect(levels().getAllByText(/^This level is worse than the one before/)).toHaveLength(1)

  await user.click(choiceOf('Records complete'))
  await user.type(screen.getByLabelText('Label'), 'October 2025')
  await user.click(goOn())
  const faults = screen.getByRole('alert')
  expect(within(faults).getByRole('link')).toHaveTextContent('Say why Records complete has another level')
  const reason = levels().getByLabelText('Why limits start again there')
  expect(reason).toBeInvalid()
  await user.type(reason, '3 workers left.')
  await user.click(goOn())
  const looked = levels().getByRole('checkbox', { name: /^I have looked at these words/ })
  const { violations } = await axe.run(screen.getByRole('region', { name: 'Levels that have lasted' }), {
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await user.click(looked)
  await user.click(goOn())
  expect(
    screen.getByText(/^Limits of Records complete start again from Sep 2024, for everybody/),
  ).toBeVisible()
  expect(screen.queryByText(/^Limits of Repeat enquiries/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Publish edition 6' }))
  await screen.findByRole('heading', { level: 1, name: 'Published as edition 6' })
  expect(sent).toEqual([
    {
      label: 'October 2025',
      rebaselines: [{ kpi: 'dq-complete', reason: '3 workers left.' }],
      confirmed: true,
    },
  ])
})

it('publishes nothing of one that was chosen and left again, and shows no section where there is none', async () => {
  const { user, sent } = await openLoad([better])
  await user.click(choiceOf('Repeat enquiries'))
  await user.click(choiceOf('Repeat enquiries'))
  await user.type(screen.getByLabelText('Label'), 'October 2025')
  await user.click(goOn())
  await user.click(screen.getByRole('button', { name: 'Publish edition 6' }))
  await screen.findByRole('heading', { level: 1, name: 'Published as edition 6' })
  expect(sent).toEqual([{ label: 'October 2025' }])
  expect(screen.queryByRole('region', { name: 'Levels that have lasted' })).toBeNull()
})
