'use client'

import { useFormFields } from '@payloadcms/ui'

import { ChoiceInput, type Option } from './ChoiceInput.tsx'
import { useSaved } from './use-saved.ts'

type Props = { field: { label?: unknown }; path: string; readOnly?: boolean }

type SavedQuestion = { key: string; kind: string; list?: string | null }
type SavedChoice = { key: string; isRetired?: boolean | null; label: string }

const YES_OR_NO: Option[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

/** Some of the answers that the question beside it can have. */
export const AnswersOfInput = ({ field, path, readOnly }: Props) => {
  const beside = path.replace(/[^.]+$/, 'question')
  const key = useFormFields(([fields]) => fields[beside]?.value)
  const questions = useSaved<SavedQuestion>({ of: 'questions', select: ['kind', 'list', 'key'] })
  const question = questions?.find((one) => one.key === key)
  const choices = useSaved<SavedChoice>(
    question?.list
      ? {
          of: 'choices',
          select: ['key', 'isRetired', 'label'],
          where: { list: question.list },
        }
      : undefined,
  )
  if (!key) return null
  const offered = choices?.map((choice): Option => ({
    value: choice.key,
    label: choice.label,
    isRetired: choice.isRetired === true,
  }))
  const isBroken = questions === null || choices === null
  return (
    <ChoiceInput
      hasMany
      label={String(field.label)}
      options={isBroken ? null : question?.kind === 'yesNo' ? YES_OR_NO : offered}
      path={path}
      readOnly={readOnly}
    />
  )
}
