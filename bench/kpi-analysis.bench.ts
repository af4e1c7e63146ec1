import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { type Comparison, compare } from './measure.ts'
import { openBrowser } from './open-browser.ts'

/**
 * Everything that is computed of one measure of 120 months, against drawing its chart with all layers on; both in
 * the browser, in a production build.
 */
export async function kpiAnalysis(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-analysis-'))
  const shared = {
    configFile: false as const,
    root: join(import.meta.dirname, 'kpi-analysis'),
    plugins: [react()],
    logLevel: 'silent' as const,
    build: { outDir: folder, emptyOutDir: true },
  }
  await build(shared)
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => Reflect.has(window, 'drawOnce'))
    const measure = (name: string) => () =>
      page.evaluate((called): number => Reflect.get(window, called)(), name)
    return await compare(
      {
        name: 'analysis of one measure of 120 months, against drawing its chart',
        unit: 'ms',
        goal: 'well under 1',
      },
      measure('analyseOnce'),
      measure('drawOnce'),
      30,
      5,
    )
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
