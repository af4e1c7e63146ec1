/**
 * A picture of the app as an SVG that needs no style sheet: rules of its classes stand in it, and every value that the
 * sheet names is written out. What paints it without a browser knows rules of classes, and no names of values.
 *
 * @param values names of the sheet that are to have other values, such as the names of fonts
 */
export function standAlone(markup: string, styles: string, values: Readonly<Record<string, string>>): string {
  const known = new Map([...valuesOf(styles), ...Object.entries(values)])
  const classes = classesOf(markup)
  const rules = [...rulesOf(styles)].flatMap(({ selectors, declarations }) => {
    const own = selectors.filter((selector) => isOfClasses(selector, classes))
    const drawn = declarations.filter(([name]) => properties.test(name))
    if (own.length === 0 || drawn.length === 0) return []
    const said = drawn.map(([name, value]) => `${name}:${writeOut(value, known)}`)
    return [`${own.join()}{${said.join(';')}}`]
  })
  const plain = markup
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(/<[^>]*>/g, (tag) => writeOut(tag, known))
    .replaceAll('font-weight="650"', 'font-weight="700"')
  return plain.replace(/<svg [^>]*>/, (tag) => `${tag}<style>${rules.join('')}</style>`)
}

/** What an SVG is drawn with, and whether it is drawn. */
const properties =
  /^(fill|stroke|font|text|dominant|opacity$|paint-order$|display$|visibility$|letter-spacing$|transform$)(?!-feature)/

interface Rule {
  selectors: string[]
  declarations: (readonly [name: string, value: string])[]
}

/** Rules that hold on every screen for everybody: none that a medium, a width or another rule asks for. */
function* rulesOf(styles: string): Generator<Rule> {
  let at = 0
  for (;;) {
    const opens = styles.indexOf('{', at)
    if (opens < 0) return
    const ends = endOfBlock(styles, opens)
    const selector = styles.slice(at, opens).trim()
    const body = styles.slice(opens + 1, ends - 1)
    at = ends
    if (selector.startsWith('@') || body.includes('{')) continue
    yield {
      selectors: selector.split(',').map((one) => one.trim()),
      declarations: body.split(';').flatMap((declaration) => {
        const [, name, value] = /^\s*([\w-]+)\s*:(.*)$/s.exec(declaration) ?? []
        return name && value ? [[name, value.trim()] as const] : []
      }),
    }
  }
}

function endOfBlock(styles: string, opens: number): number {
  let depth = 0
  for (let at = opens; at < styles.length; at += 1) {
    if (styles[at] === '{') depth += 1
    if (styles[at] === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return styles.length
}

/** As in the light: what leaves the product looks the same to everybody. */
function* valuesOf(styles: string): Generator<readonly [name: string, value: string]> {
  for (const { selectors, declarations } of rulesOf(styles)) {
    if (!selectors.includes(':root')) continue
    for (const [name, value] of declarations) {
      if (!name.startsWith('--') || name.startsWith('--lightningcss')) continue
      yield [name, value.replaceAll(eitherColour, (_, built, written) => built ?? written)]
    }
  }
}

/** A colour and its form in the dark, as the build writes it or as it was written. */
const eitherColour =
  /var\(--lightningcss-light, ?([^()]*)\) ?var\(--lightningcss-dark, ?[^()]*\)|light-dark\(([^,()]*),[^()]*\)/g

function writeOut(text: string, known: ReadonlyMap<string, string>, depth = 0): string {
  const written = text.replaceAll(/var\((--[\w-]+)\)/g, (name, key) => known.get(key) ?? name)
  if (written !== text && depth < 8) return writeOut(written, known, depth + 1)
  return written
    .replaceAll(/(\d*\.?\d+)rem\b/g, (_, rem) => `${Number(rem) * 16}`)
    .replaceAll(/(\d)px\b/g, '$1')
    .replace(/^650$/, '700')
}

function classesOf(markup: string): ReadonlySet<string> {
  return new Set([...markup.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')))
}

/** '.label', '.label.strong' or '.chart .label', where the picture has each of them. */
function isOfClasses(selector: string, classes: ReadonlySet<string>): boolean {
  if (!/^[.\w\s-]+$/.test(selector)) return false
  return selector
    .split(/[\s.]+/)
    .filter(Boolean)
    .every((name) => classes.has(name))
}
