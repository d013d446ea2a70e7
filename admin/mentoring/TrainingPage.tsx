'use client'

import { LabelledCheckbox } from '@mentoring/kit/labelled-checkbox'
import { SmallButton } from '@mentoring/kit/small-button'
import { useActions } from '@mentoring/kit/use-actions'
import { Button, SetDocumentStepNav } from '@payloadcms/ui'

type Props = {
  attendees: { place: string; name: string; email: string; hasAttended: boolean }[]
  csv: string
  /** From then on one notes who came. */
  hasBegun: boolean
  id: string
  places: number
}

/** Who has a place on a training day: before it, to give places back; after it, who came. */
export const TrainingPage = ({ attendees, csv, hasBegun, id, places }: Props) => {
  const { act, isBusy } = useActions('mentoring')
  return (
    <div aria-busy={isBusy} className="desk__page desk__page--person">
      <SetDocumentStepNav
        collectionSlug="training-days"
        id={id}
        pluralLabel="Training days"
        useAsTitle="title"
        view="Places"
      />
      <section aria-labelledby="training-places" className="desk__section">
        <h2 id="training-places">Places</h2>
        <p className="desk__lead">
          {`${attendees.length} of ${places} places are taken.`}
          {hasBegun && ` ${attendees.filter(({ hasAttended }) => hasAttended).length} came.`}
        </p>
        {attendees.length === 0 ? (
          <p className="desk__empty">
            Nobody has a place yet. Mentors take one on their personal page.
          </p>
        ) : (
          <>
            <ul className="desk__list">
              {attendees.map(({ email, hasAttended, name, place }) => (
                <li className="desk__card mentoring__row" key={place}>
                  <div className="desk__person">
                    <strong>{name}</strong>
                    <a href={`mailto:${email}`}>{email}</a>
                  </div>
                  <div className="desk__actions">
                    {hasBegun ? (
                      <LabelledCheckbox
                        id={`came-${place}`}
                        isChecked={hasAttended}
                        label={`${name} came`}
                        onToggle={() =>
                          void act('attendance', { place, hasAttended: !hasAttended }, () =>
                            hasAttended ? `Noted: ${name} did not come.` : `Noted: ${name} came.`,
                          )
                        }
                      />
                    ) : (
                      <SmallButton
                        aria-label={`Give the place back: ${name}`}
                        disabled={isBusy}
                        onClick={() =>
                          void act('give-back', { place }, () => `The place of ${name} is free.`)
                        }
                      >
                        Give the place back
                      </SmallButton>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            <Button buttonStyle="secondary" el="anchor" margin={false} url={csv}>
              Download as CSV
            </Button>
          </>
        )}
      </section>
    </div>
  )
}
