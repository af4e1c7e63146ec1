import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'

export type Tone =
  | 'complete'
  | 'on-track'
  | 'at-risk'
  | 'late'
  | 'not-started'
  | 'improvement'
  | 'concern'
  | 'neutral'
  | 'data'
  | 'ink'

export interface IconWordProps {
  icon: IconName
  tone: Tone
  size?: number
  children: ReactNode
}

/** A status: its shape, its colour and its word together. */
export function IconWord({ icon, tone, size = 20, children }: IconWordProps) {
  return (
    <span className="icon-word">
      <Icon name={icon} size={size} className={`tone-${tone}`} />
      <span>{children}</span>
    </span>
  )
}
