import { describe, expect, it } from 'vitest'
import { standAlone } from '../../../server/pictures/stand-alone.ts'

const styles = `
@font-face{font-family:Sans;src:url(a.woff2)}
:root{--lightningcss-light:initial;--ink:var(--lightningcss-light,black)var(--lightningcss-dark,white);--paper:light-dark(ivory,navy);--label:var(--ink);--font-text:"Sans",serif;--dash:5 4;--small:.875rem}
:root[data-theme=dark]{--ink:white}
@media print{:root{--ink:grey}.line{stroke:grey}}
.line,.other{stroke:var(--label);stroke-dasharray:var(--dash);cursor:pointer}
.chart .line.strong{stroke-width:3px}
.line:hover{stroke:red}
svg .line{stroke:red}
.word{font-size:var(--small);font-weight:650;font-feature-settings:"tnum"}
.unused{fill:red}`
const markup =
  '<svg class="chart" width="9" font-family="var(--font-text)"><path class="line strong" fill="var(--paper)" style="width:10%"></path><text class="word" font-weight="650">var(--ink) 3px</text></svg>'

describe('a picture that stands alone', () => {
  const plain = standAlone(markup, styles, { '--font-text': 'Face' })
  const [, rules = ''] = /<style>(.*?)<\/style>/.exec(plain) ?? []

  it('holds the rules of its own classes, and no others', () => {
    expect(rules).toBe(
      '.line{stroke:black;stroke-dasharray:5 4}.chart .line.strong{stroke-width:3}.word{font-size:14;font-weight:700}',
    )
  })

  it('has every value written out, as in the light, and fonts by the names that they were given', () => {
    expect(plain).toContain('<svg class="chart" width="9" font-family="Face"><style>')
    expect(plain).toContain('<path class="line strong" fill="ivory"></path>')
    expect(plain).toContain('<text class="word" font-weight="700">')
  })

  it('leaves words as they are', () => {
    expect(plain).toContain('>var(--ink) 3px</text>')
  })
})
