/** The addresses that the app has a page for. */
const pages: readonly RegExp[] = [
  /^\/$/,
  /^\/kpis\/[^/]+\/?$/,
  /^\/definitions\/?$/,
  /^\/safeguarding\/?$/,
  /^\/plan\/?$/,
  /^\/emerging\/?$/,
  /^\/changes\/?$/,
  /^\/data\/?$/,
  /^\/methods\/?$/,
  /^\/accessibility\/?$/,
]

export function isPageOfApp(path: string): boolean {
  return pages.some((page) => page.test(path))
}
