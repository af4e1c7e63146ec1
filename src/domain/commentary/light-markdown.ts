/** A stretch of a line: words, or words that are stressed or lead somewhere. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; parts: readonly Inline[] }
  | { kind: 'link'; href: string; parts: readonly Inline[] }

/** A paragraph keeps its line breaks within its texts. */
export type TextBlock =
  | { kind: 'paragraph'; parts: readonly Inline[] }
  | { kind: 'list'; isNumbered: boolean; items: readonly (readonly Inline[])[] }

/**
 * Reads plain text or light Markdown: paragraphs apart by a blank line, lists (`- `, `* ` or `1. `), **bold**,
 * *emphasis* and [links](https://…). Whatever else is written, HTML included, is text and stays as it was written;
 * so does a link to anything but an http or https address. Nothing here makes markup: the reader of the blocks does.
 *
 * @example '**Why:** staff left.\n\n- two leavers' → a paragraph (strong 'Why:', text ' staff left.') and a list of one
 */
export function readLightMarkdown(text: string): TextBlock[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((chunk) => blocksOf(chunk.split('\n').filter((line) => line.trim() !== '')))
}

const bullet = /^[ \t]{0,3}[-*][ \t]+(?=\S)/
const numeral = /^[ \t]{0,3}\d{1,3}[.)][ \t]+(?=\S)/

type LineKind = 'words' | 'bullet' | 'numeral'

/** Lines of one kind that stand together make one block. */
function blocksOf(lines: readonly string[]): TextBlock[] {
  const groups: { kind: LineKind; lines: string[] }[] = []
  for (const line of lines) {
    const kind = kindOf(line)
    const last = groups.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  return groups.map((group) =>
    group.kind === 'words'
      ? { kind: 'paragraph', parts: readInline(group.lines.map((line) => line.trim()).join('\n')) }
      : {
          kind: 'list',
          isNumbered: group.kind === 'numeral',
          items: group.lines.map((line) =>
            readInline(line.replace(group.kind === 'bullet' ? bullet : numeral, '').trim()),
          ),
        },
  )
}

function kindOf(line: string): LineKind {
  if (bullet.test(line)) return 'bullet'
  return numeral.test(line) ? 'numeral' : 'words'
}

/** Stars and underscores inside a word or a sum (3*4*5, first_name) stress nothing. */
const marked =
  /\*\*(?<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|(?<![\w*])\*(?<star>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])|(?<![\w_])_(?<line>[^_\s](?:[^_]*[^_\s])?)_(?![\w_])|\[(?<label>[^[\]]+)\]\((?<href>https?:\/\/[^\s()]+)\)/giu

function readInline(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const found of text.matchAll(marked)) {
    if (found.index > at) parts.push({ kind: 'text', text: text.slice(at, found.index) })
    parts.push(inlineOf(found))
    at = found.index + found[0].length
  }
  return at < text.length ? [...parts, { kind: 'text', text: text.slice(at) }] : parts
}

function inlineOf({ 0: written, groups = {} }: RegExpExecArray): Inline {
  const { strong, star, line, label, href } = groups
  if (strong !== undefined) return { kind: 'strong', parts: readInline(strong) }
  const stressed = star ?? line
  if (stressed !== undefined) return { kind: 'emphasis', parts: readInline(stressed) }
  const address = href === undefined ? null : webAddress(href)
  return address === null || label === undefined
    ? { kind: 'text', text: written }
    : { kind: 'link', href: address, parts: readInline(label) }
}

/** The address in its plain form; null where it is none, or holds a name before an @ that could pass for a host. */
function webAddress(written: string): string | null {
  if (!URL.canParse(written)) return null
  const { protocol, username, password, href } = new URL(written)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  return isWeb && username === '' && password === '' ? href : null
}
