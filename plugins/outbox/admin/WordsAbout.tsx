import type { UIFieldServerComponent } from 'payload'

import { speak } from '../languages/index.ts'
import { optionsOf } from '../types.ts'
import './preview.css'

/** What a message is for, and what can stand in its words. */
export const WordsAbout: UIFieldServerComponent = ({ data, payload, req }) => {
  const say = speak(req.i18n)
  const template = optionsOf(payload).templates.find(({ name }) => name === data?.name)
  if (!template) return <p>{say('notSentAny')}</p>
  return (
    <div className="mail-about">
      <p>{template.description}</p>
      <p>{say('youCanUse')}</p>
      <ul>
        {Object.entries(template.placeholders).map(([name, { isLink, says }]) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code> {isLink ? say('saysAlone', { says }) : says}
          </li>
        ))}
      </ul>
      {template.isOptional && <p>{say('saysHowToStop')}</p>}
    </div>
  )
}
