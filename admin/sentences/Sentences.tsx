'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { FieldError, Pill, TextInput, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useCallback, useState } from 'react'

import { problemsWith } from '../../site/words/check.ts'
import { findSentences, type Group } from './find.ts'
import { SentenceInput } from './SentenceInput.tsx'
import './sentences.css'

type Changed = Record<string, string>

/** The fixed sentences of the site by where they are shown, each to be said in other words. */
export const Sentences: JSONFieldClientComponent = ({ path: given, readOnly }) => {
  const validate = useCallback((value: unknown) => problemsWith(value).join(' ') || true, [])
  const { disabled, errorMessage, path, setValue, showError, value } = useField<Changed | null>({
    potentiallyStalePath: given,
    validate,
  })
  const changed = value ?? {}
  const [looked, setLooked] = useState('')
  // As they were when somebody asked for them: one that is emptied stays in sight.
  const [only, setOnly] = useState<string[]>()
  const [open, setOpen] = useState<string[]>([])
  const isLooking = looked.trim() !== '' || only !== undefined
  const groups = findSentences(changed, { looked, only })
  const count = groups.reduce((sum, { sentences }) => sum + sentences.length, 0)

  const change = (key: string, words: string) => {
    const { [key]: _, ...others } = changed
    setValue(words === '' ? others : { ...others, [key]: words })
  }
  const toggle = (name: string, isOpen: boolean) =>
    setOpen((names) => [...names.filter((one) => one !== name), ...(isOpen ? [name] : [])])

  return (
    <div className="field-type sentences">
      <p className="field-description">
        What the site says by itself, beside the words of its pages. Leave a sentence empty to use
        what it came with. What stands in double braces, like {'{{name}}'}, is filled in: keep it as
        it is.
      </p>
      {showError && <FieldError message={errorMessage} path={path} showError />}
      <div className="sentences__find">
        <TextInput
          label="Find a sentence"
          onChange={({ target }: { target: { value: string } }) => setLooked(target.value)}
          path="find-sentence"
          value={looked}
        />
        <LabelledCheckbox
          id="only-changed-sentences"
          isChecked={only !== undefined}
          label="Only what we have changed"
          onToggle={() => setOnly(only ? undefined : Object.keys(changed))}
        />
      </div>
      <p aria-live="polite" className="sentences__count">
        {isLooking && (count === 0 ? 'No sentence found.' : `${count} found.`)}
      </p>
      {groups.map((group) => (
        <GroupOfSentences
          changed={changed}
          group={group}
          isOpen={isLooking || open.includes(group.name)}
          isReadOnly={Boolean(readOnly) || disabled}
          key={group.name}
          onChange={change}
          onToggle={toggle}
          path={path}
        />
      ))}
    </div>
  )
}

type GroupProps = {
  changed: Changed
  group: Group
  isOpen: boolean
  isReadOnly: boolean
  onChange: (key: string, words: string) => void
  onToggle: (name: string, isOpen: boolean) => void
  path: string
}

const GroupOfSentences = ({ changed, group, isOpen, onToggle, ...input }: GroupProps) => {
  const own = group.sentences.filter(({ key }) => Object.hasOwn(changed, key)).length
  return (
    <details
      className="sentences__group"
      onToggle={({ currentTarget }) => onToggle(group.name, currentTarget.open)}
      open={isOpen}
    >
      <summary>
        <h2>{group.label}</h2>
        {own > 0 && <Pill size="small">{own} changed</Pill>}
      </summary>
      {isOpen &&
        group.sentences.map((sentence) => (
          <SentenceInput
            key={sentence.key}
            sentence={sentence}
            words={changed[sentence.key] ?? ''}
            {...input}
          />
        ))}
    </details>
  )
}
