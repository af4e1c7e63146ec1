import type { ReactNode } from 'react'
import type { Face } from '../../charts/type/words-width.ts'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import type { BoardFormat } from './board-format.ts'
import type { BoardCode, BoardLayout, BoardPicture, BoardText } from './board-layout.ts'
import { layBoard } from './lay-board.ts'
import { layFour } from './lay-four.ts'
import { edge } from './lay-head.ts'

export interface BoardProps {
  exhibits: readonly [Exhibit<ReactNode>, ...Exhibit<ReactNode>[]]
  /** of one exhibit; several make a board of four */
  format: Exclude<BoardFormat, 'four'>
  /** opens the same again; null in a picture that is itself a link */
  address: string | null
}

/** A picture that can leave the building: everything that must be known stands inside it. */
export function Board({ exhibits, format, address }: BoardProps) {
  const layout = exhibits.length > 1 ? layFour(exhibits, address) : layBoard(exhibits[0], format, address)
  const { width, height, texts, rules, frames, pictures, code } = layout
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      fontFamily="var(--font-text)"
    >
      <title>{exhibits.map(({ finding }) => finding).join('. ')}</title>
      <desc>{describeBoard(exhibits)}</desc>
      <rect width={width} height={height} fill="var(--surface-page)" />
      <rect width={width} height={edge} fill="var(--line-strong)" />
      {frames.map(({ tone, ...box }) => (
        <rect key={tone} {...box} fill="none" stroke={frameColour[tone]} strokeWidth={1.5} />
      ))}
      {rules.map(({ x, y, width: length, isStrong }) => (
        <path
          key={`${x} ${y}`}
          d={`M${x} ${y}h${length}`}
          fill="none"
          stroke={isStrong ? 'var(--line-strong)' : 'var(--line)'}
          strokeWidth={isStrong ? 2 : 1}
        />
      ))}
      {pictures.map((place) => (
        <Picture key={place.exhibit} place={place} exhibit={exhibits[place.exhibit]} />
      ))}
      {texts.map((text) => (
        <Words key={`${text.x} ${text.y} ${text.text}`} {...text} />
      ))}
      {code && <Code {...code} />}
    </svg>
  )
}

/** All pictures of a board in words: its text alternative wherever it is pasted. */
export function describeBoard(exhibits: BoardProps['exhibits']): string {
  const { organisation, edition } = exhibits[0].origin
  return [
    ...exhibits.map(({ altText }) => altText),
    `Edition ${edition.number}, ${edition.label}.`,
    ...(edition.withdrawn ? ['This edition was withdrawn.'] : []),
    ...(organisation.illustrative ? ['Illustrative data: invented figures.'] : []),
  ].join(' ')
}

function Picture({ place, exhibit }: { place: BoardPicture; exhibit: Exhibit<ReactNode> | undefined }) {
  const { x, y, width, height, scale } = place
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      {exhibit?.picture?.({ width: Math.floor(width / scale), height: Math.floor(height / scale) })}
    </g>
  )
}

const frameColour: Record<BoardLayout['frames'][number]['tone'], string> = {
  illustrative: 'var(--chart-target)',
  withdrawn: 'var(--delivery-late)',
}

const textColour: Record<BoardText['tone'], string> = {
  ...frameColour,
  ink: 'var(--text)',
  muted: 'var(--text-muted)',
}

const faceStyle: Record<Face, { fontFamily: string; fontWeight: number }> = {
  text: { fontFamily: 'var(--font-text)', fontWeight: 400 },
  strong: { fontFamily: 'var(--font-text)', fontWeight: 650 },
  finding: { fontFamily: 'var(--font-finding)', fontWeight: 600 },
}

function Words({ text, x, y, size, face, tone, anchor }: BoardText) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      fill={textColour[tone]}
      {...faceStyle[face]}
      style={{ fontFeatureSettings: 'var(--figures)' }}
    >
      {text}
    </text>
  )
}

/** Dark on white whatever stands around it: otherwise no telephone reads it. */
function Code({ x, y, width, height, path, module }: BoardCode) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} fill="var(--surface-page)" />
      <path transform={`scale(${module})`} d={path} fill="var(--text)" shapeRendering="crispEdges" />
    </g>
  )
}
