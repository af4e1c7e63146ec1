import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheetOf = (path: string) =>
  readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8').split('@media')[0] ?? ''

/** What a sheet says last of a property of one class, outside print and forced colours. */
function declared(sheet: string, name: string, property: string): string | undefined {
  const rules = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selectors = '']) =>
    selectors.split(',').some((selector) => selector.trim() === `.${name}`),
  )
  return rules
    .flatMap(([, , body = '']) => [...body.matchAll(/([\w-]+):\s*([^;]+);/g)])
    .filter(([, key]) => key === property)
    .at(-1)?.[2]
}

const hollow = [
  ['charts/trend/chart.module.css', 'hollow'],
  ['charts/trend/chart.module.css', 'hollowSignal'],
  ['charts/multiples/multiples.module.css', 'hollow'],
  ['charts/sparkline/Sparkline.module.css', 'hollow'],
  ['features/themes/ThemeCardList.module.css', 'hollow'],
  ['features/themes/ThemeCardList.module.css', 'hollowSpecial'],
] as const

describe.each(hollow)('a provisional figure in %s, .%s', (path, name) => {
  it('is filled with the ground that it stands on, and outlined', () => {
    const sheet = sheetOf(path)
    expect(declared(sheet, name, 'fill')).toBe('var(--chart-point-fill)')
    expect(declared(sheet, name, 'stroke-width')).toBe('2px')
  })

  it('is not the colour of a final one', () => {
    const tokens = sheetOf('ui/tokens.css')
    const token = (wanted: string) => new RegExp(`${wanted}:\\s*([^;]+);`).exec(tokens)?.[1]
    expect(token('--chart-point-fill')).toBeDefined()
    expect(token('--chart-point-fill')).not.toBe(token('--chart-actual'))
  })
})

it('later rules of the trend’s sheet do not fill a hollow signal again', () => {
  const sheet = sheetOf('charts/trend/chart.module.css')
  const at = (name: string) => sheet.indexOf(`.${name} {`)
  expect(Math.max(at('disc'), at('diamond'), at('square'))).toBeLessThan(at('hollowSignal'))
})
