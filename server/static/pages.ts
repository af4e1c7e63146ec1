/** The addresses that the app has a page for. */
const pages: readonly RegExp[] = [
  /^\/$/,
  /^\/kpis\/[^/]+\/?$/,
  /^\/briefing\/[^/]+\/?$/,
  /^\/definitions\/?$/,
  /^\/pack\/?$/,
  /^\/safeguarding\/?$/,
  /^\/plan\/?$/,
  /^\/emerging\/?$/,
  /^\/actions\/?$/,
  /^\/changes\/?$/,
  /^\/present\/?$/,
  /^\/data\/?$/,
  /^\/methods\/?$/,
  /^\/accessibility\/?$/,
]

export function isPageOfApp(path: string): boolean {
  return pages.some((page) => page.test(path))
}
