'use client'

import { useActions } from '@mentoring/kit/use-actions'
import { Button, ConfirmationModal, SelectInput, useField, useModal } from '@payloadcms/ui'
import { useState } from 'react'

import './forms.css'

type Props = {
  /** Id of the choice that goes. */
  choice: string
  label: string
  /** How many have chosen it; nothing for those who may not know. */
  people?: number
  targets: { label: string; value: string }[]
}

const MODAL = 'merge-choice'

/** Which choice this one becomes, and the question before it does. */
export const MergeInput = ({ choice, label, people, targets }: Props) => {
  const { act, isBusy } = useActions('forms')
  const { openModal } = useModal()
  const { setValue: setRetired } = useField<boolean>({ path: 'isRetired' })
  const [into, setInto] = useState('')
  const target = targets.find(({ value }) => value === into)
  const merge = async () => {
    const isDone = await act('merge', { choice, into }, () => `Merged into “${target?.label}”.`)
    // So that saving the page says the same as the record.
    if (isDone) setRetired(true, true)
  }
  return (
    <div className="field-type forms-merge">
      <SelectInput
        description="For two names of one thing, such as “Ward 7” and “Ward J07”."
        isClearable
        label="Merge into another choice"
        name="mergeInto"
        onChange={(next) => setInto(next && !Array.isArray(next) ? String(next.value) : '')}
        options={targets}
        path="mergeInto"
        value={into}
      />
      <Button
        buttonStyle="secondary"
        disabled={!target || isBusy}
        margin={false}
        onClick={() => openModal(MODAL)}
        size="medium"
      >
        Merge
      </Button>
      <ConfirmationModal
        body={
          <>
            <p>
              Whoever has chosen “{label}” will have chosen “{target?.label}”, at once.
              {people !== undefined && ` ${inWords(people)}`}
            </p>
            <p>
              “{label}” is no longer offered once the forms are published. This can’t be undone.
            </p>
          </>
        }
        confirmLabel="Merge"
        heading={`Merge “${label}” into “${target?.label}”?`}
        modalSlug={MODAL}
        onConfirm={merge}
      />
    </div>
  )
}

/** What staff see on records: answers that only count in the matching are not in the number. */
const inWords = (people: number): string => {
  if (people === 0) return 'As far as you can see, nobody has chosen it.'
  const who = people === 1 ? '1 person has' : `${people} people have`
  return `As far as you can see, ${who} chosen it.`
}
