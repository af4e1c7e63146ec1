import { createHash } from 'node:crypto'
import {
  type DrawnPage,
  drawnReadingsId,
  filesOfType,
  heldStyles,
  linkPicturePath,
  linkPictureSize,
} from '../../src/contract/drawn-page.ts'
import { accentsBeside, hasAccents } from '../../src/domain/exhibits/accents.ts'
import type { PageFiles } from './chunks.ts'

export interface WrittenPage {
  html: string
  /** all its styles where they stand in it, else those of its single elements; empty where there are none */
  rules: string
}

/** Reads what stands in a style, for a page that is to hold all of them; null for one that names them. */
type ReadStyle = ((address: string) => string) | null

/** The files of styles that every page of a build names. */
export const stylesOf = (template: string) => [...template.matchAll(usualStyle)].map(([, file]) => file ?? '')

/** A style that every page of the build names. */
const usualStyle = /<link rel="stylesheet" crossorigin href="([^"]+)">/g

/**
 * Code that every page of the build asks for: of a drawn one it takes over what stands there, and does not get in the
 * way of the type that it is first seen in.
 */
const usualCode = /<script type="module"|<link rel="modulepreload"/g

/** A file of type that every page of the build asks for ahead. */
const usualType = /href="([^"]+\.woff2)"/g

/**
 * The page of the app with what was drawn in its place, its title and its description, and the readings that it was
 * drawn from as data: nothing in it is ever run. With its styles in it, it can be painted as it comes, and is never laid
 * out with some of them.
 *
 * @param pictureOrigin scheme and host that the address of its picture begins with, since messages take a whole one;
 * null where none is painted or the place is not known
 */
export function writeDrawn(
  template: string,
  drawn: DrawnPage,
  { styles, scripts }: PageFiles,
  styleAt: ReadStyle,
  pictureOrigin: string | null,
): WrittenPage {
  const lifted = liftStyles(drawn.html)
  const { html } = lifted
  const named = stylesOf(template)
  const rules = styleAt
    ? [...[...named, ...styles].map(styleAt), lifted.rules].filter(Boolean).join('\n')
    : lifted.rules
  const files = [...named, ...styles].join(' ')
  const type = [...template.matchAll(usualType)].map(([, file]) => file ?? '')
  const accents = hasAccents(html) ? type.map(accentsBeside) : []
  const head = [
    linkTags(drawn, pictureOrigin),
    ...accents.map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>`),
    ...(styleAt
      ? [`<style ${heldStyles}="${files}">${rules}</style>`]
      : styles.map((file) => `<link rel="stylesheet" crossorigin href="${file}">`)),
    ...scripts.map((file) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="${file}">`),
  ].join('')
  const readings = drawn.readings.replaceAll('<', '\\u003c')
  const page = template
    .replace('<html ', () => `<html ${filesOfType}="${type.length + accents.length}" `)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${asMarkup(drawn.title)}</title>`)
    .replace(
      /<meta name="description"[^>]*>/,
      () => `<meta name="description" content="${asMarkup(drawn.description)}">`,
    )
    .replace(/\s*<noscript>.*?<\/noscript>/s, '')
    .replaceAll(usualCode, '$& fetchpriority="low"')
    .replaceAll(usualStyle, (link) => (styleAt ? '' : link))
    .replace('</head>', () => `${head}</head>`)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${html}</div><script type="application/json" id="${drawnReadingsId}">${readings}</script>`,
    )
  return { html: page, rules }
}

/** What a message shows beside a link, its picture with the words for whoever does not see it. */
export function linkTags(
  { title, description, picture }: Pick<DrawnPage, 'title' | 'description' | 'picture'>,
  origin: string | null,
): string {
  const tag = (property: string, content: string | number) =>
    `<meta property="og:${property}" content="${asMarkup(String(content))}">`
  const words = [tag('title', title), tag('description', description)]
  if (origin === null || !picture) return words.join('')
  return [
    ...words,
    tag('image', origin + linkPicturePath(picture)),
    tag('image:type', 'image/png'),
    tag('image:width', linkPictureSize.width),
    tag('image:height', linkPictureSize.height),
    tag('image:alt', description),
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('')
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
