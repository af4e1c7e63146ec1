import { expect, type FileChooser, type Locator, type Page } from '@playwright/test'

/** In milliseconds; a browser opens a chooser only within five seconds of the key that asked for it. */
const patience = 15_000

/**
 * Opens a field's chooser by keyboard and gives it files. A machine that stands still between a key's way down and up
 * lets the browser refuse it in silence: then it is pressed again, as a person would, where the focus has stayed.
 */
export async function chooseByKeyboard(
  page: Page,
  field: Locator,
  files: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  await field.focus()
  await expect(async () => {
    await expect(field).toBeFocused({ timeout: patience })
    const chooser = page.waitForEvent('filechooser', { timeout: patience })
    await page.keyboard.press('Space')
    await (await chooser).setFiles(files)
  }).toPass()
}
