import type { UIFieldServerComponent } from 'payload'

import { optionsOf } from '../types.ts'
import './preview.css'

/** What a message is for, and what can stand in its words. */
export const WordsAbout: UIFieldServerComponent = ({ data, payload }) => {
  const template = optionsOf(payload).templates.find(({ name }) => name === data?.name)
  if (!template) return <p>This version sends no such email any more.</p>
  return (
    <div className="mail-about">
      <p>{template.description}</p>
      <p>You can use:</p>
      <ul>
        {Object.entries(template.placeholders).map(([name, { isLink, says }]) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code> {says}
            {isLink && ', on a line of its own'}
          </li>
        ))}
      </ul>
      {template.isOptional && <p>At its end it says how to stop emails like it.</p>}
    </div>
  )
}
