'use client'

import { CheckboxInput } from '@payloadcms/ui'

type Props = {
  id: string
  isChecked: boolean
  /** Some, but not all, of what it stands for is chosen. */
  isPartial?: boolean
  /** Hides the label from sight; it is read out. */
  isLabelHidden?: boolean
  label: string
  onToggle: () => void
}

/** Payload's checkbox with a name: what it calls `name` is the id of the element that names it. */
export const LabelledCheckbox = (props: Props) => {
  const { id, isChecked, isLabelHidden, isPartial, label, onToggle } = props
  const labelId = `${id}-label`
  return (
    <CheckboxInput
      checked={isChecked}
      id={id}
      Label={
        <label
          className={isLabelHidden ? 'desk__hidden' : 'desk__checkbox-label'}
          htmlFor={id}
          id={labelId}
        >
          {label}
        </label>
      }
      name={labelId}
      onToggle={onToggle}
      partialChecked={isPartial}
    />
  )
}
