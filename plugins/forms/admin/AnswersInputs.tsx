'use client'

import {
  FieldError,
  FieldLabel,
  SelectInput,
  TextareaInput,
  TextInput,
  useField,
} from '@payloadcms/ui'

import type { Kind } from '../editions/types.ts'
import type { OwnAnswers } from '../own-answers.ts'
import './forms.css'

type Asked = {
  name: string
  kind: Kind
  label: string
  options: { label: string; value: string }[]
  /** Still asked on the form. */
  isAsked: boolean
}

type Props = { label: string; path: string; questions: Asked[]; readOnly?: boolean }

/** One input for each question; together they are one field. A question that is no longer asked shows when it was answered. */
export const AnswersInputs = ({ label, path, questions, readOnly }: Props) => {
  const { disabled, setValue, showError, value } = useField<OwnAnswers | null>({ path })
  const answers = value ?? {}
  const shown = questions.filter(({ isAsked, name }) => isAsked || answers[name] !== undefined)
  if (shown.length === 0) return null
  const headingId = `field-${path}-heading`
  const set = (name: string, answer: OwnAnswers[string] | undefined) => {
    const { [name]: _, ...others } = answers
    setValue(answer === undefined || answer === '' ? others : { ...others, [name]: answer })
  }
  return (
    <section aria-labelledby={headingId} className="field-type forms-answers">
      <h3 id={headingId}>
        <FieldLabel as="span" label={label} path={path} />
      </h3>
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {shown.map((question) => (
          <Answer
            answer={answers[question.name]}
            isReadOnly={readOnly === true || disabled}
            key={question.name}
            path={`${path}.${question.name}`}
            question={question}
            set={(answer) => set(question.name, answer)}
          />
        ))}
      </div>
    </section>
  )
}

type AnswerProps = {
  answer: OwnAnswers[string] | undefined
  isReadOnly: boolean
  path: string
  question: Asked
  set: (answer: OwnAnswers[string] | undefined) => void
}

const YES_NO = [
  { label: 'Yes', value: 'true' },
  { label: 'No', value: 'false' },
]

const Answer = ({ answer, isReadOnly, path, question, set }: AnswerProps) => {
  const { isAsked, kind, label, options } = question
  const common = {
    label: isAsked ? label : `${label} (no longer asked)`,
    name: path,
    path,
    readOnly: isReadOnly,
  }
  if (kind === 'one' || kind === 'many' || kind === 'yesNo') {
    const chosen = [answer ?? []].flat().map(String)
    const offered = kind === 'yesNo' ? YES_NO : options
    const unknown = chosen.filter((key) => !offered.some((option) => option.value === key))
    return (
      <SelectInput
        {...common}
        hasMany={kind === 'many'}
        isClearable
        onChange={(next) => {
          const values = [next ?? []].flat().map((option) => String(option.value))
          if (kind === 'many') set(values.length > 0 ? values : undefined)
          else set(kind === 'yesNo' && values[0] ? values[0] === 'true' : values[0])
        }}
        options={[
          ...offered,
          ...unknown.map((key) => ({ label: `${key} (no longer offered)`, value: key })),
        ]}
        value={kind === 'many' ? chosen : (chosen[0] ?? '')}
      />
    )
  }
  if (kind === 'textarea') {
    return (
      <TextareaInput
        {...common}
        onChange={({ target }: { target: { value: string } }) => set(target.value)}
        value={String(answer ?? '')}
      />
    )
  }
  if (kind === 'date' || kind === 'monthYear' || kind === 'number') {
    const type = { date: 'date', monthYear: 'month', number: 'number' }[kind]
    const length = { date: 10, monthYear: 7, number: undefined }[kind]
    return (
      <div className="field-type">
        <label className="field-label" htmlFor={`field-${path}`}>
          {common.label}
        </label>
        <input
          disabled={isReadOnly}
          id={`field-${path}`}
          onChange={({ target }) =>
            set(kind === 'number' && target.value !== '' ? Number(target.value) : target.value)
          }
          type={type}
          value={String(answer ?? '').slice(0, length)}
        />
      </div>
    )
  }
  return (
    <TextInput
      {...common}
      onChange={({ target }: { target: { value: string } }) => set(target.value)}
      value={String(answer ?? '')}
    />
  )
}
