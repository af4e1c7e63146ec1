import type { Locator, Page } from '@playwright/test'
import { encodePack } from '../src/domain/packs/pack-text.ts'
import { packOfTen } from '../tests/support/a-pack.ts'
import { startDashboard } from '../tests/support/servers.ts'
import { type Comparison, compare, millisecondsOf } from './measure.ts'
import { openBrowser } from './open-browser.ts'

const rounds = 8
const view = 'edition=5&audience=protected'
const measure = `/kpis/ot-waiting?dimension=town&${view}`
const pack = `/pack?${view}&items=${encodePack(packOfTen)}`

/**
 * The exports that are asked for most, from the press to the file, each by turns with the CSV of a chart: what any
 * download costs in the same browser. The first rounds, which fetch the code, are not counted.
 */
export async function exportsMade(): Promise<Comparison[]> {
  const dashboard = await startDashboard()
  const browser = await openBrowser()
  try {
    const [onMeasure, onPack] = [await browser.newPage(), await browser.newPage()]
    await onMeasure.goto(dashboard.address + measure)
    await onPack.goto(dashboard.address + pack)
    await onPack.getByRole('button', { name: /PowerPoint/ }).waitFor()
    const fromMenu = (menu: string, form: RegExp) => () =>
      download(onMeasure, () => choose(onMeasure, menu, form))
    const csv = fromMenu('Download: Waiting for OT assessment by town', /^CSV/)
    const goal = 'none set: beside the CSV of the same breakdown'
    const about = (name: string) => ({ name, unit: 'ms' as const, goal })
    return [
      await compare(
        about('PNG of a chart'),
        fromMenu('Download: Waiting for OT assessment', /^PNG(?! ?[23])/),
        csv,
        rounds,
      ),
      await compare(
        about('workbook of a measure with a breakdown'),
        fromMenu('Download: Waiting for OT assessment by town', /^Excel/),
        csv,
        rounds,
      ),
      await compare(
        about('slides of a pack of ten'),
        () => download(onPack, () => onPack.getByRole('button', { name: /PowerPoint/ }).click()),
        csv,
        rounds,
      ),
    ]
  } finally {
    await browser.close()
    await dashboard.stop()
  }
}

async function choose(page: Page, menu: string, form: RegExp): Promise<void> {
  const place: Locator = page.locator('details', { has: page.getByText(menu, { exact: true }) })
  if ((await place.getAttribute('open')) === null) await place.locator('summary').click()
  await place.getByRole('button', { name: form }).click()
}

async function download(page: Page, press: () => Promise<void>): Promise<number> {
  return await millisecondsOf(async () => {
    const file = page.waitForEvent('download')
    await press()
    await (await file).path()
  })
}
