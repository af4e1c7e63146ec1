import { createHash } from 'node:crypto'
import { type DrawnPage, drawnReadingsId } from '../../src/contract/drawn-page.ts'
import type { PageFiles } from './chunks.ts'

export interface WrittenPage {
  html: string
  /** the styles of its single elements, which stand in it or beside it; empty where there are none */
  rules: string
}

/**
 * The page of the app with what was drawn in its place, its title and its description, and the readings that it was
 * drawn from as data: nothing in it is ever run.
 */
export function writeDrawn(
  template: string,
  drawn: DrawnPage,
  { styles, scripts }: PageFiles,
  rulesStand: 'in the page' | 'as a file' = 'in the page',
): WrittenPage {
  const { html, rules } = liftStyles(drawn.html)
  const style = rules && rulesStand === 'in the page' ? `<style>${rules}</style>` : ''
  const head = [
    `<meta property="og:title" content="${asMarkup(drawn.title)}">`,
    `<meta property="og:description" content="${asMarkup(drawn.description)}">`,
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="${file}">`),
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
    style,
  ].join('')
  const readings = drawn.readings.replaceAll('<', '\\u003c')
  const page = template
    .replace(/<title>[^<]*<\/title>/, () => `<title>${asMarkup(drawn.title)}</title>`)
    .replace(
      /<meta name="description"[^>]*>/,
      () => `<meta name="description" content="${asMarkup(drawn.description)}">`,
    )
    .replace(/\s*<noscript>.*?<\/noscript>/s, '')
    .replace('</head>', () => `${head}</head>`)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${html}</div><script type="application/json" id="${drawnReadingsId}">${readings}</script>`,
    )
  return { html: page, rules }
}

/**
 * Styles of single elements as rules: the policy of the page allows none in an attribute. The browser's app sets them
 * where they change, and then they lead.
 */
function liftStyles(html: string): { html: string; rules: string } {
  const known = new Map<string, number>()
  const lifted = html.replaceAll(/ style="([^"]*)"/g, (_, declarations: string) => {
    const number = known.get(declarations) ?? known.size
    known.set(declarations, number)
    return ` data-drawn="${number}"`
  })
  const rules = [...known].map(
    ([declarations, number]) => `[data-drawn="${number}"]{${fromMarkup(declarations)}}`,
  )
  return { html: lifted, rules: rules.join('') }
}

function asMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function fromMarkup(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '\\3c ')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** A style element as a content security policy names it. */
export function hashOf(rules: string): string {
  return `'sha256-${createHash('sha256').update(rules).digest('base64')}'`
}
