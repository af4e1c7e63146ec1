import { expect, test } from '../support/browser-test.ts'
import { axeFindings } from './checks/axe.ts'
import { smallTargets } from './checks/targets.ts'
import { readPageText } from './checks/text-boxes.ts'
import { textFaults } from './checks/text-faults.ts'
import { paperFaults, readSaidOfPictures, readSheets } from './printed-sheets.ts'

/** What each fault looks like, so that it is known to be found, and near misses, which are none. */
const planted = [
  [
    'two labels on one another',
    '<svg height="40" width="300"><text x="5" y="20">One label</text><text x="40" y="24">Another</text></svg>',
    ['overlap'],
  ],
  [
    'two labels side by side',
    '<svg height="40" width="300"><text x="5" y="20">One label</text><text x="120" y="20">Another</text></svg>',
    [],
  ],
  [
    'a label and its halo',
    '<svg height="40" width="300"><text x="5" y="20">One label</text><text x="5" y="20">One label</text></svg>',
    [],
  ],
  [
    'a label outside its picture',
    '<svg height="40" width="60"><text x="5" y="20">A longer label</text></svg>',
    ['cut'],
  ],
  [
    'a line that ends in an ellipsis',
    '<p style="width:4em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">More than there is room for</p>',
    ['cut'],
  ],
  [
    'a line below the edge of its box',
    '<div style="height:1.4em;overflow:clip;width:5em">Two lines of words</div>',
    ['cut'],
  ],
  [
    'words beyond the width of the page',
    '<p style="white-space:nowrap;width:9000px;text-align:right">Far out</p>',
    ['cut'],
  ],
  [
    'a label pressed to its letters',
    '<label style="display:block;width:1ch;overflow-wrap:anywhere">Range</label>',
    ['letter'],
  ],
  ['a label on a line for each word', '<label style="display:block;width:5ch">Broken down by</label>', []],
  [
    'a list narrower than its choice',
    '<select style="width:5em" aria-label="List"><option>A choice with a long name</option></select>',
    ['cut'],
  ],
  [
    'a list of tabular figures narrower than its choice',
    '<select style="font:20px sans-serif;font-variant-numeric:tabular-nums;width:9em" aria-label="List"><option>A choice with a long name</option></select>',
    ['cut'],
  ],
  [
    'a nameless region that scrolls',
    '<div style="width:5em;overflow:auto;white-space:nowrap">More than there is room for</div>',
    ['scrolls'],
  ],
  [
    'a region that scrolls and says so',
    '<section tabindex="0" aria-label="Figures" style="width:5em;overflow:auto;white-space:nowrap">More than there is room for</section>',
    [],
  ],
  [
    'words for listeners alone',
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden">Not to be seen</span>',
    [],
  ],
] as const

test('each fault of text is found, and no near miss', async ({ page }) => {
  for (const [name, markup, faults] of planted) {
    await page.setContent(`<!doctype html><main>${markup}</main>`)
    const found = textFaults(await readPageText(page)).map((fault) => fault.split(/[: ]/)[0])
    expect.soft(found, name).toEqual(faults)
  }
})

test('finds two small buttons side by side, and no fault in a sentence', async ({ page }) => {
  const small = '<button style="width:12px;height:12px;padding:0">x</button>'
  await page.setContent(`<main><p>A <a href="/a">link</a> or <a href="/b">two</a>, in words.</p></main>`)
  expect(await page.evaluate(smallTargets)).toEqual([])
  await page.setContent(`<main><div style="display:flex">${small}${small}</div></main>`)
  expect(await page.evaluate(smallTargets)).toHaveLength(2)
})

test('axe finds what it is asked for, at its place, and nothing where all is well', async ({ page }) => {
  const pale = '<p style="color:#999;background:#fff">Pale words</p>'
  await page.setContent(
    `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${pale}<div role="dialog" aria-label="Box"><input></div></main>`,
  )
  const rulesOf = async (asked?: Parameters<typeof axeFindings>[1]) =>
    (await axeFindings(page, asked)).map((finding) => finding.split(':')[0])
  expect(await rulesOf()).toEqual(['color-contrast at p', 'label at input'])
  expect(await rulesOf({ rules: ['color-contrast'] })).toEqual(['color-contrast at p'])
  expect(await rulesOf({ within: '[role=dialog]' })).toEqual(['label at input'])
  await page.setContent('<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1></main>')
  expect(await axeFindings(page)).toEqual([])
})

test('what is wrong on paper is found: a sheet half empty, print too small, a last sheet of one line', async ({
  page,
}) => {
  const lines = (count: number) => '<p style="margin:0;font:12pt/30pt sans-serif">A line</p>'.repeat(count)
  const sheet = (content: string) => `<section style="break-after:page">${content}</section>`
  const small = '<p style="margin:0;font:7pt sans-serif">The small print</p>'
  await page.setContent(
    `<style>@page { size: A4; margin: 14mm 12mm 16mm }</style>
    ${sheet(lines(8))}${sheet(small + lines(22))}${sheet(lines(18))}<section>${lines(1)}</section>`,
  )
  const sheets = await readSheets(await page.pdf({ preferCSSPageSize: true }))
  expect(paperFaults(sheets)).toEqual([
    expect.stringMatching(/^sheet 1 of 4 is 6\d% empty/),
    'sheet 2 of 4: print of 7.0 pt: The small print',
    expect.stringMatching(/^the last, sheet 4 of 4, is 9\d% empty/),
  ])
  expect(paperFaults(sheets, { beginsSheets: true })).toHaveLength(2)
})

test('what is said of a picture and stands on the next sheet is found', async ({ page }) => {
  const faultsWith = async (below: string) => {
    await page.setContent(
      `<style>@page { size: A4; margin: 14mm 12mm 16mm } ul { list-style: none }</style>
      <ul><li><figure style="height: 150mm">Picture</figure><p style="${below}">Said of it</p></li></ul>
      <p style="break-before: page; height: 100mm">And on</p>`,
    )
    const saidOfPictures = await readSaidOfPictures(page)
    const sheets = await readSheets(await page.pdf({ preferCSSPageSize: true }))
    return paperFaults(sheets, { saidOfPictures }).filter((fault) => fault.includes('begins'))
  }
  expect(await faultsWith('')).toEqual([])
  expect(await faultsWith('break-before: page')).toEqual([
    'sheet 2 of 3 begins with what is said of a picture on the one before: “Said of it…”',
  ])
})
