'use client'

import { SmallButton } from '@mentoring/kit/small-button'
import { FieldError, TextareaInput, TextInput } from '@payloadcms/ui'
import type { ChangeEvent } from 'react'
import { useState } from 'react'

import { problemWith } from '../../site/words/check.ts'
import type { Known } from '../../site/words/index.ts'

/** What fits one line of an input on a laptop. */
const ONE_LINE = 60

type Props = {
  isReadOnly: boolean
  onChange: (key: string, words: string) => void
  /** Of the field that holds all of them. */
  path: string
  sentence: Known
  words: string
}

/** One sentence: empty as long as it says what it came with, which stands below. */
export const SentenceInput = ({ isReadOnly, onChange, path, sentence, words }: Props) => {
  const [isTyping, setIsTyping] = useState(false)
  const { key, name } = sentence
  const problem = words && !isTyping ? problemWith(sentence, words) : undefined
  const ownPath = `${path}.${key}`
  const shared = {
    Description: <CameWith {...{ isReadOnly, onChange, sentence, words }} />,
    Error: problem && <FieldError message={problem} path={ownPath} showError />,
    label: name,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(key, target.value),
    path: ownPath,
    readOnly: isReadOnly,
    showError: problem !== undefined,
    value: words,
  }
  return (
    <div
      className="sentence"
      onBlur={() => setIsTyping(false)}
      onFocus={({ target }) => setIsTyping(target.tagName !== 'BUTTON')}
    >
      {sentence.words.length > ONE_LINE ? (
        <TextareaInput {...shared} rows={2} />
      ) : (
        <TextInput {...shared} />
      )}
    </div>
  )
}

type CameWithProps = Omit<Props, 'path'>

/** What it came with, to be read and to begin with. */
const CameWith = ({ isReadOnly, onChange, sentence, words }: CameWithProps) => (
  <div className="sentence__default">
    <p className="field-description">It came with: “{sentence.words}”</p>
    {!isReadOnly && (
      <SmallButton
        aria-label={`${words ? 'Use what it came with' : 'Copy it to change it'}: ${sentence.name}`}
        onClick={() => onChange(sentence.key, words ? '' : sentence.words)}
      >
        {words ? 'Use what it came with' : 'Copy it to change it'}
      </SmallButton>
    )}
  </div>
)
