import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import { readyFirstReadings } from '../../../src/api/first-readings.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { mockServer } = withMockApi()
const overview = '/overview?edition=5&audience=protected'

async function read(path: string): Promise<unknown> {
  return (await fetch(`http://localhost/api/v1${path}`)).json()
}

describe('a page that brings its first readings', () => {
  it('is drawn from them at once, and asks the service from then on', async () => {
    const paths = ['/session', '/organisation', '/editions', overview]
    const readings = await Promise.all(paths.map(async (path) => [path, await read(path)]))
    const element = document.createElement('script')
    element.type = 'application/json'
    element.id = 'first-readings'
    element.textContent = JSON.stringify(Object.fromEntries(readings))
    document.head.append(element)
    // as the app does before it begins
    await readyFirstReadings()

    const asked: string[] = []
    mockServer.use(
      http.get(at('/*'), ({ request }) => {
        asked.push(request.url)
        return HttpResponse.error()
      }),
    )
    const { client } = renderApp('/?edition=5&audience=protected')
    expect(await screen.findByRole('heading', { name: 'Scorecard' })).toBeVisible()
    expect(asked).toEqual([])

    // each reading is used once: what is read again comes from the service
    await client.refetchQueries({ queryKey: ['session'] })
    expect(asked).toHaveLength(1)
  })
})
