import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPageOfApp } from '../../server/static/pages.ts'

it('the service knows every page that the app has, and none that it has not', () => {
  const routes = [...readFileSync('src/app/router.tsx', 'utf8').matchAll(/^ {2}path: '(\/[^']*)'/gm)].map(
    ([, path = '']) => path.replace('$id', 'ot-waiting'),
  )
  expect(routes.length).toBeGreaterThan(14)
  expect(routes.filter((path) => !isPageOfApp(path))).toEqual([])
  expect(['/loads', '/load/1', '/kpis', '/data/x'].filter(isPageOfApp)).toEqual([])
})
