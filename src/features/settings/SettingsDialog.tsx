import { useState } from 'react'
import { chartLayers, layerWords, useChartLayers } from '../../stores/chart-layers.ts'
import { type PreferenceName, preferenceChoices } from '../../stores/preference-choices.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { canRemember } from '../../stores/safe-storage.ts'
import { Modal } from '../../ui/Modal.tsx'
import styles from './SettingsDialog.module.css'
import { settingWords } from './setting-words.ts'

const names = Object.keys(settingWords) as PreferenceName[]

/** How this reader likes to read: applied at once, kept in this browser, and never part of a link. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const [isKept] = useState(canRemember)
  const chooseDefaults = usePreferences((preferences) => preferences.chooseDefaults)
  const showLayersAtFirst = useChartLayers((state) => state.showLayersAtFirst)
  return (
    <Modal title="Settings" onClose={onClose}>
      <p className="note">
        {isKept
          ? 'Kept in this browser for this person. A link that you share does not carry them.'
          : 'This browser does not let the dashboard remember settings: they hold until the page is closed.'}
      </p>
      {names.map((name) => (
        <Choice key={name} name={name} />
      ))}
      <LayerChoice />
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            chooseDefaults()
            showLayersAtFirst()
          }}
        >
          Back to the settings at first
        </button>
      </p>
    </Modal>
  )
}

function Choice({ name }: { name: PreferenceName }) {
  const chosen = usePreferences((preferences) => preferences[name])
  const choose = usePreferences((preferences) => preferences.choose)
  const { legend, hint, words } = settingWords[name]
  return (
    <fieldset className={styles.setting} aria-describedby={hint ? `setting-${name}` : undefined}>
      <legend>{legend}</legend>
      {preferenceChoices[name].map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={chosen === choice}
            onChange={() => choose({ [name]: choice })}
          />
          {words[choice]}
        </label>
      ))}
      {hint && (
        <p className="note" id={`setting-${name}`}>
          {hint}
        </p>
      )}
    </fieldset>
  )
}

function LayerChoice() {
  const { layers, toggle } = useChartLayers()
  return (
    <fieldset className={styles.setting} aria-describedby="setting-layers">
      <legend>Shown on charts</legend>
      {chartLayers.map((layer) => (
        <label key={layer}>
          <input type="checkbox" checked={layers.includes(layer)} onChange={() => toggle(layer)} />
          {layerWords[layer]}
        </label>
      ))}
      <p className="note" id="setting-layers">
        The figures themselves, gaps and changes of definition are always shown.
      </p>
    </fieldset>
  )
}
