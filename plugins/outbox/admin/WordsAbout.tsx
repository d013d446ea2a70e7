import type { UIFieldServerComponent } from 'payload'

import { speak } from '../languages/index.ts'
import { looksOf } from '../render.ts'
import { optionsOf, type Placeholder } from '../types.ts'
import './preview.css'

/** What a message is for, and what can stand in its words. */
export const WordsAbout: UIFieldServerComponent = ({ data, payload, req }) => {
  const say = speak(req.i18n)
  const template = optionsOf(payload).templates.find(({ name }) => name === data?.name)
  if (!template) return <p>{say('notSentAny')}</p>
  const looks = looksOf(template)
  const named = Object.keys(looks).find((name) => looks[name]!.text)
  const saysOf = ([name, { isLink, says }]: [string, Placeholder]): string => {
    const { isButton = false, text } = looks[name] ?? {}
    if (text) return say(isButton ? 'saysButton' : 'saysLink', { says, text })
    return isLink ? say('saysAlone', { says }) : says
  }
  return (
    <div className="mail-about">
      <p>{template.description}</p>
      <p>{say('youCanUse')}</p>
      <ul>
        {Object.entries(template.placeholders).map((placeholder) => (
          <li key={placeholder[0]}>
            <code>{`{{${placeholder[0]}}}`}</code> {saysOf(placeholder)}
          </li>
        ))}
      </ul>
      {named && <p>{say('ownLinkText', { example: `[${say('linkExample')}]({{${named}}})` })}</p>}
      {template.isOptional && <p>{say('saysHowToStop')}</p>}
    </div>
  )
}
