import { md } from '../markdown.ts'
import { EMAIL } from './contact.ts'
import type { StarterPage } from './types.ts'

/** The accessibility statement. */
export const ACCESSIBILITY: StarterPage = {
  role: 'accessibility',
  purpose: 'Accessibility',
  slug: 'accessibility',
  title: 'Accessibility statement',
  summary: 'How accessible this website is, and what to do if something does not work for you.',
  layout: [
    {
      blockType: 'text',
      body: md(`This statement is about the public website of the peer mentor programme. The trust that runs the programme also runs this website.

We want as many people as possible to be able to use it. You should be able to:

- zoom in up to 400% without text running off the screen
- sign up with JavaScript turned off
- change colours and fonts in your browser

We have tried to use plain words, because English is not the first language of many people who come here. [AbilityNet](https://mcmw.abilitynet.org.uk/) has advice on making your device easier to use if you have a disability.

## How accessible this website is

**This website is partially compliant** with the Web Content Accessibility Guidelines (WCAG) version 2.2, level AA. The tests we run show no failures, but such tests cannot find everything, and nobody outside our team has checked the website yet.

Other people run the websites and groups we link to, such as Facebook. We cannot say how accessible they are.

## How we tested it

- We ran the automated tools axe and html-validate on the pages of this website.
- We checked in a browser that a list of errors takes the keyboard’s focus, and that the forms work without JavaScript.

### What has not been tested yet

- Nobody with a disability has tested it for us.
- It has not been tested with screen readers and other assistive technology.
- There has been no independent audit.

## If you have a problem or need another format

Write to the central team at [${EMAIL}](mailto:${EMAIL}) if:

- something on this website does not work for you
- you need the information in another format, such as large print
- you cannot use the sign-up form by yourself

Tell us the address of the page and what went wrong. We help you to sign up if you need it.

## If you are not happy with our answer

The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. These are the “accessibility regulations”. If you are not happy with how we answer your complaint, contact the [Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/).

## Preparation of this statement

This statement was prepared on 30 November 2026, after the tests above. We look at it again when the website changes, and once a year.`),
    },
  ],
}
