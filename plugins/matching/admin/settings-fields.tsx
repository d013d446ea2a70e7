import { FieldDescription, SelectField } from '@payloadcms/ui'
import type {
  JSONFieldServerComponent,
  PayloadRequest,
  TextFieldServerComponent,
  TextFieldServerProps,
  UIFieldServerComponent,
} from 'payload'

import { speak } from '../languages/index.ts'
import { optionsFor } from '../options-for.ts'
import { tiersOf } from '../pool/criteria.ts'
import { CRITERIA_IN } from '../pool/settings.ts'
import { CriterionValues } from './CriterionValues.tsx'
import { RungLabel as Label } from './RungLabel.tsx'
import { SettingsPreview } from './SettingsPreview.tsx'

/*
 * The fields of the settings as they are on the page that is opened: made on the server, which asks for the criteria
 * of the moment and hands on what they are called.
 */

type Named = { label: string; name: string }
type AboutProps = { path: string; req: PayloadRequest }

const criteriaNow = async (req: PayloadRequest) => (await optionsFor(req)).criteria

const labelsOf = (named: Named[]): Record<string, string> =>
  Object.fromEntries(named.map(({ label, name }) => [name, label]))

/** What is said of each criterion: its points, or whether an optional rule holds. */
export const CriteriaField: JSONFieldServerComponent = async ({ clientField, path, req }) => {
  const name = clientField.name as keyof typeof CRITERIA_IN
  const criteria: Named[] = CRITERIA_IN[name](await criteriaNow(req))
  return (
    <CriterionValues
      criteria={criteria.map(({ label, name }) => ({ label, name }))}
      kind={name === 'points' ? 'number' : 'checkbox'}
      label={clientField.label}
      path={path}
    />
  )
}

/** The lowest tier that will do. */
export const TierField: TextFieldServerComponent = async (field) => (
  <Tiers {...field} tiers={tiersOf(await criteriaNow(field.req))} />
)

/** A tier on the ladder, which the ground is not. */
export const RungField: TextFieldServerComponent = async (field) => (
  <Tiers {...field} tiers={(await criteriaNow(field.req)).ladder} />
)

const Tiers = ({
  clientField: { label, name, required },
  path,
  readOnly,
  tiers,
}: TextFieldServerProps & { tiers: Named[] }) => {
  const options = tiers.map(({ label, name }) => ({ label, value: name }))
  return <SelectField field={{ label, name, options, required }} path={path} readOnly={readOnly} />
}

/** Names a row of the ladder. */
export const RungLabel = async ({ req }: AboutProps) => (
  <Label labels={labelsOf((await criteriaNow(req)).ladder)} />
)

/** What the ladder is, and what it leaves. */
export const LadderAbout = async ({ path, req }: AboutProps) => {
  const { ground } = await criteriaNow(req)
  const description = speak(req.i18n)('ladderAbout', { ground: ground.label })
  return <FieldDescription description={description} path={path} />
}

/** What is said above the optional rules: that all hold, and which others there are. */
export const RulesAbout = async ({ path, req }: AboutProps) => {
  const { rules } = await criteriaNow(req)
  const say = speak(req.i18n)
  const always = rules
    .filter(({ isOptional }) => !isOptional)
    .map(({ label }) => label.toLocaleLowerCase(say.locale))
  const list = new Intl.ListFormat(say.locale).format(always)
  const said = [say('rulesAbout'), ...(list ? [say('rulesAlways', { rules: list })] : [])]
  return <FieldDescription description={said.join(' ')} path={path} />
}

/** Tries the settings out before they are saved. */
export const PreviewField: UIFieldServerComponent = async ({ req }) => {
  const { criteria, mentees, mentors, settingsFields } = await optionsFor(req)
  return (
    <SettingsPreview
      labels={{ points: labelsOf(criteria.points), tiers: labelsOf(criteria.ladder) }}
      own={settingsFields.map(({ name }) => name)}
      slugs={{ mentees: mentees.slug, mentors: mentors.slug }}
    />
  )
}
