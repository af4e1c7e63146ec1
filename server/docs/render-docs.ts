import { createHash } from 'node:crypto'
import { type WhoMay, whoMay, whoMayInWords } from './who-may.ts'

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
section { border-top: 1px solid; margin-top: 2rem }
h2 { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; overflow-wrap: anywhere }
code, pre { font-family: ui-monospace, monospace }
pre { overflow: auto; border: 1px solid; padding: .75rem }
`

/** An OpenAPI document, as far as this page reads it. */
export interface OpenApiDocument {
  info?: { title?: string; description?: string }
  paths?: object
  components?: { schemas?: Record<string, unknown> }
}

/** The OpenAPI document as a page of its own: no script, nothing fetched. */
export function renderDocs(document: OpenApiDocument): { html: string; contentSecurityPolicy: string } {
  const title = `${document.info?.title ?? 'API'}: API`
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, operation]) => renderOperation(method, path, operation)),
  )
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    html: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(document.info?.description ?? '')}</p>
<p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
${operations.join('\n')}
${renderErrors(document)}
</main>
</body>
</html>
`,
  }
}

function renderOperation(method: string, path: string, operation: unknown): string {
  const parameters = listOf(field(operation, 'parameters')).map(renderParameter)
  const body = field(field(field(operation, 'requestBody'), 'content'), 'application/json')
  const replies = entriesOf(field(operation, 'responses')).map(([status, reply]) =>
    renderReply(status, reply),
  )
  return `<section>
<h2><code>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(text(field(operation, 'summary')))}</p>
${renderWhoMay(whoMay(method, path))}
${parameters.length ? renderParameters(parameters) : ''}
${body === undefined ? '' : `<h3>Body</h3>\n${renderSchema(field(body, 'schema'))}`}
${replies.join('\n')}
</section>`
}

function renderWhoMay(who: WhoMay): string {
  const rows = whoMayInWords(who).map(
    ([roles, reach]) => `<tr><th scope="row">${escapeHtml(roles)}</th><td>${escapeHtml(reach)}</td></tr>`,
  )
  return `<h3>Roles</h3>
<table>
<thead><tr><th scope="col">Roles</th><th scope="col">Get</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>`
}

/** Once for all: every operation answers errors in the same form. */
function renderErrors({ components }: OpenApiDocument): string {
  const problem = components?.schemas?.Problem
  if (problem === undefined) return ''
  return `<section>
<h2>Errors</h2>
<p>In the form <code>application/problem+json</code>; <code>parameter</code>, <code>value</code> and <code>allowed</code> say what a request must change.</p>
${renderSchema(problem)}
</section>`
}

function renderParameters(rows: readonly string[]): string {
  return `<h3>Parameters</h3>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Required</th><th scope="col">Form</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>`
}

function renderParameter(parameter: unknown): string {
  const cells = [
    escapeHtml(text(field(parameter, 'in'))),
    field(parameter, 'required') === true ? 'yes' : 'no',
    `<code>${escapeHtml(describeForm(field(parameter, 'schema')))}</code>`,
  ]
  return `<tr><th scope="row"><code>${escapeHtml(text(field(parameter, 'name')))}</code></th>${cells
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>`
}

function renderReply(status: string, reply: unknown): string {
  return entriesOf(field(reply, 'content'))
    .filter(([type]) => type !== 'application/problem+json')
    .map(
      ([type, media]) =>
        `<h3>${escapeHtml(status)} <code>${escapeHtml(type)}</code></h3>\n${renderSchema(field(media, 'schema'))}`,
    )
    .join('\n')
}

function renderSchema(schema: unknown): string {
  return `<pre tabindex="0">${escapeHtml(outline(schema, ''))}</pre>`
}

/** A schema in one short line: `string`, `"exact" | "protected"`, `a | b`. */
function describeForm(schema: unknown): string {
  const choices = field(schema, 'enum')
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  const constant = field(schema, 'const')
  if (constant !== undefined) return JSON.stringify(constant)
  const alternatives = listOf(field(schema, 'anyOf') ?? field(schema, 'oneOf'))
  if (alternatives.length) return alternatives.map(describeForm).join(' | ')
  if (field(schema, 'type') === 'array') return `list of ${describeForm(field(schema, 'items'))}`
  const pattern = field(schema, 'pattern')
  const type = text(field(schema, 'type')) || 'any'
  return typeof pattern === 'string' ? `${type} ${pattern}` : type
}

/** A schema as indented lines, one for each property. */
function outline(schema: unknown, indent: string): string {
  const inner = listOf(field(schema, 'anyOf') ?? field(schema, 'oneOf'))
  const complex = inner.filter((one) => describesObject(one))
  if (complex.length) {
    return inner
      .map((one) => (describesObject(one) ? outline(one, indent) : describeForm(one)))
      .join(`\n${indent}or `)
  }
  if (field(schema, 'type') === 'array' && describesObject(field(schema, 'items'))) {
    return `list of ${outline(field(schema, 'items'), indent)}`
  }
  const properties = entriesOf(field(schema, 'properties'))
  if (!properties.length) return describeForm(schema)
  const lines = properties.map(
    ([name, property]) => `${indent}  ${name}: ${outline(property, `${indent}  `)}`,
  )
  return `{\n${lines.join('\n')}\n${indent}}`
}

function describesObject(schema: unknown): boolean {
  return (
    field(schema, 'properties') !== undefined ||
    listOf(field(schema, 'anyOf') ?? field(schema, 'oneOf')).some(describesObject) ||
    (field(schema, 'type') === 'array' && describesObject(field(schema, 'items')))
  )
}

function field(value: unknown, name: string): unknown {
  return entriesOf(value).find(([key]) => key === name)?.[1]
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
