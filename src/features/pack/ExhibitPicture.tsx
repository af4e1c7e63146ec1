import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { NamedImage } from '../../ui/NamedImage.tsx'
import { useWidth } from '../../ui/use-width.ts'
import styles from './PackPage.module.css'

/** wide enough for a year or three of a trend, and printed without being made smaller */
const widest = 690
const heightFor = (width: number, share: number) => Math.round(Math.max(300, width * share))

export interface ExhibitPictureProps {
  exhibit: Exhibit<ReactNode>
  /** small pictures of many parts, which need the height to show them */
  isOfMany: boolean
}

/** The picture of an exhibit as wide as there is room, its words never smaller than they were drawn. */
export function ExhibitPicture({ exhibit, isOfMany }: ExhibitPictureProps) {
  const [ref, measured] = useWidth()
  const width = Math.min(measured ?? 0, widest)
  const height = heightFor(width, isOfMany ? 0.85 : 0.56)
  return (
    <div ref={ref} className={styles.picture}>
      {width > 0 && exhibit.picture && (
        <NamedImage name={exhibit.altText} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          {exhibit.picture({ width, height })}
        </NamedImage>
      )}
    </div>
  )
}
