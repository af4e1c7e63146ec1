import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from '../support/browser-test.ts'
import { addresses, buildPack, findings } from './pack-of-ten.ts'

/** The words of the file's parts whose name matches, read by the browser's own XML parser. */
async function wordsOf(page: Page, file: Buffer, name: RegExp): Promise<string[]> {
  const parts = Object.entries(unzipSync(file)).filter(([part]) => name.test(part))
  const texts = parts.map(([, bytes]) => strFromU8(bytes))
  return page.evaluate(
    (all) =>
      all.map((text) => new DOMParser().parseFromString(text, 'application/xml').documentElement.textContent),
    texts,
  )
}

async function exported(page: Page, button: string): Promise<{ name: string; file: Buffer }> {
  const download = page.waitForEvent('download', { timeout: 150_000 })
  await page.getByRole('button', { name: button }).press('Enter')
  const saved = await download
  return { name: saved.suggestedFilename(), file: await readFile(await saved.path()) }
}

test('a pack of ten leaves as slides and as a workbook that say what the screen says', async ({
  page,
  dashboard,
}) => {
  test.slow()
  await buildPack(page, dashboard)
  const shown = await findings(page)

  const slides = await exported(page, 'Export to PowerPoint')
  expect(slides.name).toMatch(/^2025-10-06_.+_edition-5\.pptx$/)
  const words = await wordsOf(page, slides.file, /^ppt\/slides\/slide\d+\.xml$/)
  expect(words.length).toBeGreaterThan(addresses.length)
  expect(shown.filter((finding) => !words.some((slide) => slide.includes(finding)))).toEqual([])
  expect(words.filter((slide) => !slide.includes('Illustrative'))).toEqual([])
  const pictures = Object.keys(unzipSync(slides.file)).filter((part) => /^ppt\/media\/.+\.png$/.test(part))
  expect(pictures.length).toBeGreaterThanOrEqual(8)

  const workbook = await exported(page, 'Export to Excel')
  expect(workbook.name).toMatch(/^2025-10-06_.+_edition-5\.xlsx$/)
  const sheets = await wordsOf(page, workbook.file, /^xl\/worksheets\/sheet\d+\.xml$/)
  expect(sheets.length).toBeGreaterThan(addresses.length)
  const strings = (
    await wordsOf(page, workbook.file, /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/)
  ).join()
  expect(shown.filter((finding) => !strings.includes(finding))).toEqual([])

  // a picture that never comes: on a quick machine the file would be there before Cancel is pressed
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.toBlob = () => undefined
  })
  const saved: string[] = []
  page.on('download', (download) => saved.push(download.suggestedFilename()))
  await page.getByRole('button', { name: 'Export to PowerPoint' }).press('Enter')
  await expect(page.getByText(/^Writing/)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText('Cancelled: nothing was saved.')).toBeVisible({ timeout: 150_000 })
  expect(saved).toEqual([])
})

test('a pack of ten prints with contents, a sheet for each item, bookmarks and tags', async ({
  page,
  dashboard,
}) => {
  test.slow()
  await buildPack(page, dashboard)
  const printed = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })
  const pdf = printed.toString('latin1')
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(sheets).toBeGreaterThan(addresses.length)
  // the contract reviews, with two plans and a table, run over
  expect(sheets).toBeLessThanOrEqual(2 + addresses.length)
  expect(pdf).toContain('/Outlines')
  expect(pdf).toContain('/StructTreeRoot')
})
