'use client'

import { CheckboxInput, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClient } from 'payload'

import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'
import './pages.css'

type Props = {
  criteria: { name: string; label: string }[]
  /** Of the inputs. */
  kind: 'checkbox' | 'number'
  label: JSONFieldClient['label']
  path: string
}

/** One input for each criterion; together they are one field. */
export const CriterionValues = ({ criteria, kind, label: heading, path }: Props) => {
  const { customComponents, disabled, setValue, showError, value } = useField<
    Record<string, unknown>
  >({ path })
  const set = (name: string, one: unknown) => setValue({ ...value, [name]: one })
  const idOf = (name: string) => `field-${path}__${name}`
  const headingId = idOf('heading')

  return (
    <section aria-labelledby={headingId} className="field-type matching__criteria">
      <h3 id={headingId}>
        <FieldLabel as="span" label={heading} path={path} />
      </h3>
      {/* In the reader’s language, so Payload has made it on the server. */}
      {customComponents?.Description}
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="matching__criteria-inputs">
          {criteria.map(({ label, name }) =>
            kind === 'number' ? (
              <div
                className={isWrong(value?.[name]) ? 'field-type number error' : 'field-type number'}
                key={name}
              >
                <label className="field-label" htmlFor={idOf(name)}>
                  {label}
                </label>
                <input
                  aria-invalid={isWrong(value?.[name])}
                  disabled={disabled}
                  id={idOf(name)}
                  max={MOST_POINTS}
                  min={0}
                  onChange={({ target }) => set(name, numberIn(target.value))}
                  // Scrolling over the page must not change what it passes.
                  onWheel={({ currentTarget }) => currentTarget.blur()}
                  type="number"
                  value={typeof value?.[name] === 'number' ? value[name] : ''}
                />
              </div>
            ) : (
              <CheckboxInput
                checked={value?.[name] === true}
                id={idOf(name)}
                key={name}
                label={label}
                name={name}
                onToggle={({ target }) => set(name, target.checked)}
                readOnly={disabled}
              />
            ),
          )}
        </div>
      </div>
    </section>
  )
}

const isWrong = (value: unknown): boolean => !isWholeNumber(value, MOST_POINTS)

const numberIn = (text: string): number | null => (text === '' ? null : Number(text))
