import type { SeriesAnalysis } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Organisation } from '../../domain/editions/publication.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { unitPhrase } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { wordCategories } from '../../domain/trends/category-words.ts'
import styles from './MeasurePage.module.css'

export interface CategoryHeadProps {
  kpi: DescribedKpi
  series: readonly Series[]
  /** null where what the figures mean could not be read: then nothing is said of it */
  analyses: readonly SeriesAnalysis[] | null
  organisation: Organisation
}

/** A measure of categories has no whole: its finding names the categories that changed, if any did. */
export function CategoryHead({ kpi, series, analyses, organisation }: CategoryHeadProps) {
  return (
    <>
      <h1 className={`finding ${styles.title}`}>{wordsOf(kpi, series, analyses).finding}</h1>
      <p className={`standfirst ${styles.subtitle}`}>
        {capital(unitPhrase(kpi))} in each category, {organisation.name}. Several categories may be recorded
        together, so they are never added up. {organisation.marking}
      </p>
    </>
  )
}

/** What is told of the categories, below their pictures. */
export function CategoryTold({ kpi, series, analyses }: Omit<CategoryHeadProps, 'organisation'>) {
  const { paragraphs } = wordsOf(kpi, series, analyses)
  if (paragraphs.length === 0) return null
  return (
    <div className={styles.categories}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className={styles.paragraph}>
          {paragraph}
        </p>
      ))}
    </div>
  )
}

function wordsOf(kpi: DescribedKpi, series: readonly Series[], analyses: CategoryHeadProps['analyses']) {
  return analyses ? wordCategories(kpi, series, analyses) : { finding: kpi.name, paragraphs: [] }
}
