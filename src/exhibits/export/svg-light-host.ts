/**
 * A place off the screen in which everything looks as it does to a reader who has chosen nothing: light, at the
 * usual size and contrast, whatever this reader's settings, system or printer say. What is drawn here is the same
 * for everybody.
 *
 * It is a shadow tree, which no rule of the page reaches; the page's own rules are brought in without those that
 * answer to a medium or a setting.
 */
export function withLightHost<Result>(work: (inside: ShadowRoot) => Result): Result {
  const host = document.createElement('div')
  host.inert = true
  // through the object model: a style attribute would need a wider content security policy
  Object.assign(host.style, {
    position: 'fixed',
    insetInlineStart: '-200vw',
    width: '0',
    height: '0',
    overflow: 'hidden',
  })
  const inside = host.attachShadow({ mode: 'open' })
  inside.adoptedStyleSheets = [plainRules()]
  document.body.append(host)
  try {
    return work(inside)
  } finally {
    host.remove()
  }
}

const rootBefore =
  ':host { all: initial; color-scheme: light; forced-color-adjust: none; print-color-adjust: exact }'

function plainRules(): CSSStyleSheet {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap(plainRule)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([rootBefore, ...rules].join('\n'))
  return sheet
}

/** A rule that holds whatever the medium and the reader's settings, which stand on the root as attributes. */
function plainRule(rule: CSSRule): string[] {
  if (!(rule instanceof CSSStyleRule)) return []
  const { selectorText, cssText } = rule
  if (selectorText === ':root') return [cssText.replace(':root', ':host')]
  return selectorText.includes(':root') ? [] : [cssText]
}
