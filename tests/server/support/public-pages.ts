import type { Application } from '../../../server/application.ts'
import { pagesOfApp } from '../../../server/static/pages.ts'
import { drawPage } from '../../../src/app/drawn/draw-page.tsx'
import { apiBase } from '../../../src/contract/paths.ts'

/** How the service is asked in the place of a browser: by the public, where no session comes along. */
export const askOf =
  (app: Application, headers: { cookie?: string } = {}) =>
  async (path: string) => {
    const { statusCode, body } = await app.inject({ url: apiBase + path, headers })
    return { status: statusCode, body }
  }

/** Every page as it is drawn for the public before it is sent: markup, title, description and what comes along. */
export async function publicPages(
  app: Application,
  kpis: readonly string[],
  queries: readonly string[],
): Promise<string[]> {
  const addresses = pagesOfApp(kpis).flatMap((path) => ['', ...queries].map((query) => path + query))
  const pages: string[] = []
  for (const address of addresses) pages.push(JSON.stringify([address, await drawPage(address, askOf(app))]))
  return pages
}
