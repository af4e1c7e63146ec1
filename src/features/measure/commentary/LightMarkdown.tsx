import { type Inline, readLightMarkdown, type TextBlock } from '../../../domain/commentary/light-markdown.ts'
import styles from './Commentary.module.css'

/** Plain text or light Markdown as React elements: what somebody wrote never becomes markup of its own. */
export function LightMarkdown({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {keyed(readLightMarkdown(text)).map(([key, block]) => (
        <Block key={key} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Line parts={block.parts} />
      </p>
    )
  }
  const items = keyed(block.items).map(([key, parts]) => (
    <li key={key}>
      <Line parts={parts} />
    </li>
  ))
  return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return keyed(parts).map(([key, part]) => <Part key={key} part={part} />)
}

function Part({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'strong':
      return (
        <strong>
          <Line parts={part.parts} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Line parts={part.parts} />
        </em>
      )
    case 'link':
      return (
        <>
          <a href={part.href} rel="noopener noreferrer">
            <Line parts={part.parts} />
          </a>
          <span className="print-only"> ({part.href})</span>
        </>
      )
  }
}

/** A text is read anew as a whole: its parts have no names but their places. */
function keyed<Item>(items: readonly Item[]): [string, Item][] {
  return items.map((item, place) => [`part-${place}`, item])
}
