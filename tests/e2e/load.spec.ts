import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aMapping } from '../support/a-mapping.ts'
import { expect, test } from '../support/browser-test.ts'
import { chooseByKeyboard } from '../support/choose-files.ts'
import { type RunningDashboard, startDashboard } from '../support/servers.ts'
import { settled } from '../support/settled.ts'
import { axeFindings, expectNothingFound } from './checks/axe.ts'

/** The analyst's desk at the running product, one edition after the other over one database. */
test.describe.configure({ mode: 'serial' })

const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'
const observations = (...rows: string[]) => ({
  name: 'observations.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\n')),
})
const october = observations('ot-waiting,2025-10,borough,All,318,,,,provisional,2025-11-06')
const corrected = observations('ot-waiting,2025-06,borough,All,427,,,,final,2025-11-07')
const broken = observations(
  'ot-wating,2025-10,borough,All,318,,,,provisional,2025-11-06',
  'ot-waiting,2025-10,borough,All,many,,,,provisional,2025-11-06',
  'ot-waiting,2025-11,borough,All,lots,,,,provisional,2025-11-06',
)

const november = 'ot-waiting,2025-11,borough,All,322,,,,provisional,2025-12-05'
const caseSystem = {
  name: 'case-system',
  kind: 'folder',
  schedule: '15 6 * * 1-5',
  folder: '.',
  files: ['*.csv'],
  steadySeconds: 1,
}

let dashboard: RunningDashboard
/** where somebody else puts files */
let folder: string
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'source-'))
  const settings = join(folder, 'sources.json')
  writeFileSync(settings, JSON.stringify({ sources: [caseSystem] }))
  dashboard = await startDashboard({ SOURCES: settings })
})
test.afterAll(async () => {
  await dashboard.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openDesk(page: Page) {
  await page.goto(`${dashboard.address}/load`)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(heading(page)).toHaveText('Load files for the next edition')
  // with another role everything is read anew, and what had the focus before is another element then
  await settled(page)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Drops a file from outside the browser. */
async function drop(page: Page, { name, buffer }: ReturnType<typeof observations>) {
  const transfer = await page.evaluateHandle(
    ([file, text]) => {
      const given = new DataTransfer()
      given.items.add(new File([text], file, { type: 'text/csv' }))
      return given
    },
    [name, buffer.toString()] as const,
  )
  await page
    .getByText('Or drop files, a folder or a zip here', { exact: false })
    .dispatchEvent('drop', { dataTransfer: transfer })
}

test('the panel finds no desk: not in the menu, and not at its address', async ({ page }) => {
  await page.goto(`${dashboard.address}/load`)
  await expect(page.getByText("The desk is the analyst's")).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Pages' })).not.toContainText('Load')
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('Load')
})

test('a second month goes from drop to published in four actions by mouse', async ({ page }) => {
  await openDesk(page)
  let actions = 0
  const act = async (action: Promise<unknown>) => {
    await action
    actions += 1
  }
  await act(drop(page, october))
  await expect(heading(page)).toHaveText('These files are sound')
  const compared = page.getByRole('region', { name: 'Measure by measure' })
  await expect(compared).toContainText('Waiting for OT assessment')
  expect(await axeFindings(page)).toEqual([])
  await act(page.getByLabel('Label').fill('October 2025'))
  await act(page.getByRole('button', { name: /^Go on/ }).click())
  await expect(page.getByText('This becomes edition 6, “October 2025”')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await act(page.getByRole('button', { name: 'Publish edition 6' }).click())
  await expect(heading(page)).toHaveText('Published as edition 6')
  expect(actions).toBeLessThanOrEqual(6)
  await page.getByRole('link', { name: 'What changed in it' }).click()
  await expect(page).toHaveURL(/\/changes\?.*edition=6/)
  await expect(page.getByRole('main')).toContainText('Edition 6 against edition 5')
})

test('errors are opened in the rows of their file, with the remedy in the cell, and nothing can be published', async ({
  page,
}) => {
  await openDesk(page)
  await page.getByLabel('Choose files or a zip').setInputFiles([broken])
  await expect(heading(page)).toHaveText(/^Nothing was loaded: \d+ errors to put right$/)
  const errors = page.getByRole('region', { name: 'Errors' })
  const unknown = errors.getByRole('region', { name: /no known measure/ })
  await expect(unknown.getByRole('row', { name: /^2 / }).getByRole('cell').first()).toContainText(
    /^ot-wating.*Wrong:.*ot-waiting/,
  )
  const numbers = errors.getByRole('region', { name: /not a number/ })
  await expect(numbers.getByRole('row')).toHaveCount(3)
  await expect(numbers.getByRole('row', { name: /^3 / })).toContainText('many')
  await expect(page.getByRole('button', { name: /^Go on/ })).toHaveCount(0)
  expect(await axeFindings(page)).toEqual([])
  // it stands in the log at once
  await expect(page.getByRole('table', { name: 'Loads, newest first' })).toContainText('Rejected for')
  await page.reload()
  await expect(errors).toContainText('observations.csv, line 3, column 32')
  await expect(errors).toContainText('choose the files again to see them')
})

test('a closed period is corrected by keyboard alone, with the reason that it asks for', async ({ page }) => {
  await openDesk(page)
  await chooseByKeyboard(page, page.getByLabel('Choose files or a zip'), [corrected])
  await expect(heading(page)).toHaveText(/1 thing is to be confirmed/)
  const restated = page.getByRole('table', { name: 'Restated figures, old beside new' })
  // the panel's figures are rounded to 5
  await expect(restated).toContainText('425')
  // until the label of the form that publishes has the focus
  await tabTo(page, 'publish-label')
  await page.keyboard.type('October 2025, corrected')
  await tabTo(page, 'publish-reason')
  await tabTo(page, null)
  await page.keyboard.press('Enter')
  // what is missing takes the focus and leads to its field
  await expect(page.getByRole('alert')).toContainText('Say why')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Reason')).toBeFocused()
  await page.keyboard.type('A team was counted twice in June')
  await tabTo(page, null)
  await page.keyboard.press('Enter')
  await expect(page.getByText('This becomes edition 7', { exact: false })).toBeVisible()
  // at once is what is chosen, so the time is passed by
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Now' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Publish edition 7' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Published as edition 7')
})

test('an edition is withdrawn by keyboard, and whoever opens it is told why and led on', async ({ page }) => {
  await openDesk(page)
  const fold = page.locator('summary', { hasText: 'Mark an edition' })
  await fold.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Why its figures should no longer be used').focus()
  await page.keyboard.type('The correction was of another list')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Edition 7, “October 2025, corrected”, will be withdrawn/)).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Edition 7 is withdrawn.', { exact: false })).toBeVisible()
  await page.goto(`${dashboard.address}/?edition=7&audience=protected`)
  await expect(page.getByText('Reason: The correction was of another list')).toBeVisible()
  await page.getByRole('link', { name: /Open edition 6, the latest that stands/ }).click()
  await expect(page).toHaveURL(/edition=6/)
  await page.goto(dashboard.address)
  await expect(page).toHaveURL(/edition=6/)
})

test('an edition is rolled back by keyboard alone, which makes a new one', async ({ page }) => {
  await openDesk(page)
  await page.locator('summary', { hasText: 'Roll back' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Stand on')).toHaveValue('6')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('The next edition would stand on edition 6 again')
  await expect(heading(page)).toBeFocused()
  await tabTo(page, 'publish-label')
  await page.keyboard.type('October 2025 again')
  await tabTo(page, 'publish-reason')
  await page.keyboard.type('The correction was of another list')
  await tabTo(page, null)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Publish edition 8' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Published as edition 8')
  await expect(heading(page)).toBeFocused()
})

test('a file that somebody puts into a folder is asked for by a press, looked at and published', async ({
  page,
}) => {
  await openDesk(page)
  const sources = page.getByRole('region', { name: 'Sources' })
  await expect(sources).toContainText('Not asked yet.')
  writeFileSync(join(folder, 'observations.csv'), [header, november].join('\n'))
  await sources.getByRole('button', { name: 'Ask case-system now' }).click()
  const taken = sources.getByRole('link', { name: 'Take what case-system brought' })
  await expect(taken).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await taken.press('Enter')
  await expect(heading(page)).toHaveText('These files are sound')
  await expect(heading(page)).toBeFocused()
  await page.getByLabel('Label').fill('November 2025')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await page.getByRole('button', { name: 'Publish edition 9' }).click()
  await expect(heading(page)).toHaveText('Published as edition 9')
  await expect(taken).toHaveCount(0)
})

test('what is wrong in the files of a source is opened in their rows, and again after a reload', async ({
  page,
}) => {
  await openDesk(page)
  const sources = page.getByRole('region', { name: 'Sources' })
  const twice = november.replace('322', '323')
  writeFileSync(join(folder, 'observations.csv'), [header, november, twice].join('\n'))
  await sources.getByRole('button', { name: 'Ask case-system now' }).press('Enter')
  await sources.getByRole('link', { name: /^Look at what was found/ }).press('Enter')
  await expect(heading(page)).toHaveText('Nothing was loaded: 1 error to put right')
  const row = page
    .getByRole('region', { name: 'Errors' })
    .getByRole('row', { name: /^3 Wrong, the whole row/ })
  await expect(row).toContainText('323')
  await expectNothingFound(page)
  await page.reload()
  await expect(page.getByText('observations.csv, line 3')).toBeVisible()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Ask case-system again, and show the rows' }).press('Enter')
  await expect(row).toContainText('323')
  await expect(heading(page)).toBeFocused()
  // one that can be published is read again from its files
  const footer = 'Source: the case system'
  writeFileSync(join(folder, 'observations.csv'), [header, november.replace('11,', '12,'), footer].join('\n'))
  await sources.getByRole('button', { name: 'Ask case-system now' }).press('Enter')
  await sources.getByRole('link', { name: 'Take what case-system brought' }).press('Enter')
  const noticed = page.getByRole('region', { name: 'Noticed' }).getByRole('row', { name: /^3 Noticed/ })
  await expect(noticed).toContainText(footer)
  await page.reload()
  await expect(noticed).toContainText(footer)
})

test('a saved mapping is looked at and put away by keyboard alone', async ({ page }) => {
  await openDesk(page)
  const mapping = aMapping('waiting-*.csv')
  const kept = await page.request.post(`${dashboard.address}/api/v1/mappings`, {
    data: { name: 'Waiting list', mapping },
    headers: { 'x-requested-with': 'governance-dashboard' },
  })
  expect(kept.status()).toBe(201)
  await page.reload()
  const saved = page.getByRole('region', { name: 'Saved mappings' })
  await saved.locator('summary', { hasText: 'Waiting list' }).focus()
  await page.keyboard.press('Enter')
  await expect(saved).toContainText(
    'Waiting for OT assessment (ot-waiting), the whole: figures from column “Adults”',
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(saved.getByRole('region', { name: 'JSON of Waiting list' })).toContainText('waiting-*.csv')
  await expectNothingFound(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(saved.getByRole('heading', { name: '“Waiting list” will be put away' })).toBeVisible()
  await expectNothingFound(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(saved).toContainText('“Waiting list” is put away')
  await expect(saved.getByRole('heading', { name: 'Saved mappings' })).toBeFocused()
  await page.goto(`${dashboard.address}/audit?audience=exact`)
  await expect(page.getByRole('main')).toContainText('Mapping put away')
})

test('a load that was forgotten says so, and begins again', async ({ page }) => {
  await openDesk(page)
  await page.goto(`${dashboard.address}/load?load=00000000-0000-4000-8000-000000000000`)
  await expect(page.getByText('These files are not kept any more')).toBeVisible()
  await page.getByRole('button', { name: 'Begin again' }).click()
  await expect(heading(page)).toHaveText('Load files for the next edition')
  // with another role everything is read anew, and what had the focus before is another element then
  await settled(page)
})

/** Presses Tab until the element of that id has the focus; null: until the button that goes on has it. */
async function tabTo(page: Page, id: string | null) {
  for (let presses = 0; presses < 80; presses++) {
    const there = await page.evaluate(
      (wanted) =>
        wanted === null
          ? (document.activeElement?.textContent?.startsWith('Go on') ?? false)
          : document.activeElement?.id === wanted,
      id,
    )
    if (there) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${id ?? 'the button that goes on'}`)
}
