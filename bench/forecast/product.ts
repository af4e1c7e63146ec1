import { fanOfPaths } from '../../src/domain/forecast/fan-of-paths.ts'
import { forecastMonths } from '../../src/domain/forecast/forecast.ts'
import { chosenSettings, type ForecastSettings } from '../../src/domain/forecast/settings.ts'
import type { Method } from './baselines.ts'
import type { RealSource } from './real-series.ts'

/** What the product says, told what the values can be. */
export function productMethod(
  bounds: RealSource['bounds'],
  settings: ForecastSettings = chosenSettings,
): Method {
  return (training, months) => {
    const forecast = forecastMonths(training, months, bounds, settings)
    return forecast.kind === 'forecast' ? fanOfPaths(forecast) : []
  }
}
