import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'

const measure = '/kpis/ot-waiting?edition=5&audience=protected'

test('one month is read on every chart of a measure with the mouse', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}${measure}&dimension=town`)
  const together = page.getByRole('region', { name: 'Read together' })
  const list = together.getByRole('img', { name: /^Waiting for OT assessment/ })
  await list.scrollIntoViewIfNeeded()
  // the box is the picture's: its middle lies among the months
  await list.hover()
  const slider = together.getByRole('slider')
  const read = await slider.getAttribute('aria-valuetext')
  const month = /\d+ (\w+ \d{4})/.exec(read ?? '')?.[1] ?? 'none'
  expect(month).not.toBe('Sep 2025')
  await expect(together.getByText(`Every chart is read at ${month}`)).toBeVisible()
  await expect(page.getByText(`Every picture is read at ${month}`)).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(together.getByText('Every chart is read at Sep 2025')).toBeVisible()
})

test('one month is read on every chart of a measure with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}${measure}`)
  const together = page.getByRole('region', { name: 'Read together' })
  const slider = together.getByRole('slider', { name: 'Every chart is read at' })
  await tabTo(page, slider)
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /Median OT wait, Oct 2022: 103 days/)
  await expect(page.getByText(/^31 Oct 2022: 490 people waiting/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(slider).toHaveAttribute('aria-valuetext', /Median OT wait, Sep 2025/)
  // the reading has the place of the axis's title only as long as somebody reads
  await expect(page.getByText(/^31 Oct 2022: 490 people waiting/)).toBeHidden()
})

test('what is read by touch stays when the finger leaves', async ({ browser, dashboard }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${dashboard}${measure}`)
  const together = page.getByRole('region', { name: 'Read together' })
  await together.getByRole('img', { name: /^Median OT wait/ }).tap()
  await expect(together.getByText('Every chart is read at Sep 2025')).toBeHidden()
  await expect(together.getByText(/^Every chart is read at/)).toBeVisible()
  await context.close()
})

test('the paradox is explained where the figures show it', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/care-act-wait-median?edition=5&audience=protected`)
  const together = page.getByRole('region', { name: 'Read together' })
  await expect(together).toContainText('Both can be true at once')
  await expect(together).toContainText('had waited over 26 weeks')
  await expect(together.getByRole('img')).toHaveCount(4)
})

test('the list that stalled is told in words', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}${measure}`)
  await expect(page.getByRole('main')).toContainText(
    'After ‘Trusted assessors trained’ (Jul 2023), the figure fell from 475 on 30 Jun 2023 to 325 on 31 Jul 2024. Since ‘Surge team ended’ (Aug 2024), it has stood between 295 and 330.',
  )
})

test('one month is read on every picture of safeguarding themes', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/safeguarding?edition=5&audience=protected`)
  const types = page.getByRole('slider', { name: 'Every picture is read at' }).first()
  await expect(types).toBeVisible()
  await types.press('Home')
  await expect(types).toHaveAttribute('aria-valuetext', /^Oct 2022: .*Self-neglect/)
  await expect(page.getByText('Every measure is read at Oct 2022')).toBeVisible()
})
