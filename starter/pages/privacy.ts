import { md } from '../markdown.ts'
import { EMAIL } from './contact.ts'
import type { StarterPage } from './types.ts'

/** What is done with people’s data. */
export const PRIVACY: StarterPage = {
  role: 'privacy',
  purpose: 'Privacy',
  slug: 'privacy',
  title: 'How we look after your data',
  summary: 'What we do with your data, how long we keep it and what rights you have.',
  layout: [
    {
      blockType: 'text',
      body: md(`The trust that runs the programme is responsible for your data. In law it is the “controller”. This page says what we do with the answers you give when you sign up.

## What we collect

We collect only what you tell us and what happens in the programme:

- your name, email address and, if you give it, your phone number
- how you describe yourself, if you answer that question
- the country you call home and the country you qualified in, if you want your country to count, and languages you speak
- when you came or will come to the UK
- your route into the trust, grade, specialty, hospital site and clinical team
- what you want help with or can help with, how you would like to meet, and your own words about you
- what you agreed to, word for word, and when
- who you are matched with, the dates, and the emails we send you
- the mentoring agreement, the dates of your meetings and whether you met face to face, never what you talked about
- your short answers at the end, and what you choose to tell us when you leave a match

This website sets no cookies when you read it. It sets necessary cookies only, in two places:

- while you fill in the sign-up form page by page, one cookie opens your answers. It goes when you send or clear them, or close your browser. You can also answer all questions on one page, without a cookie
- while you use your own page, cookies tell us that it is you

To protect the forms from misuse we count how often they are used from one internet address. We keep that count for up to 2 hours and not with your answers.

## Why we collect it

We use your answers to find you a mentor or a mentee, to introduce you to each other, and to support you while you are matched. We do not use them for anything else. They play no part in decisions about your job, your training or your visa.

## What allows us to use it

**You do, by giving your consent.** The countries you give can say something about your racial or ethnic origin. The law protects such data more strictly and calls it “special category data”. We use it only with your explicit consent, which we ask for at the end of the form.

You do not have to give any country. You can choose “No preference” or “Prefer not to say” and still be matched.

## Who sees it

- **Coordinators** in the central team see your answers, so that they can match you. So can the administrator who looks after the system.
- **The person you are matched with** sees your name, email address and phone number, the country you call home or qualified in if it counts, your languages, your route into the trust, grade, specialty and hospital site, your topics, how you would like to meet, and your own words about you. They also read what you have in common. We share this only after a coordinator has confirmed the match. The two of you share the mentoring agreement and the dates of your meetings. What you tell us when you leave a match, and your answers at the end, they never see.
- **The comms team**, who write this website, never see your answers.

We do not sell your data. We do not publish it.

## A person decides

Software suggests matches from the answers people give. A coordinator looks at each suggestion and decides. No decision about you is made by a machine alone. Read [how we match](/how-we-match/).

## How long we keep it

We keep your answers while you wait, while you are matched, and for as long as you want to stay in the programme. We delete them when you ask us to, or when the programme no longer needs them.

When we stop asking a question, your data on your page may say until when we keep your answer to it. As a rule that is 180 days. Then we delete it. An answer without such a day we keep like the others.

What you enter in the sign-up form we keep for 24 hours at most until you send it. Nobody can read it from our database without the cookie on your device, or the link that you may ask us to email you.

You are not signed up until you confirm your email address. The link we send you works for 7 days. We do not match you before you have used it.

## Your rights

You can ask us to:

- show you the data we have about you, or give you a copy to use elsewhere
- correct it
- delete it
- stop using it, for a time or for good

You can also **withdraw your consent at any time**. You do not need to give a reason, and it does not affect your job. We then stop using your answers. What we did before you withdrew stays lawful.

If you have an open match when you leave, we tell the other person that it has ended. We do not tell them why.

## How to use your rights

You can do most of this yourself on your page: see and download your data, change your details, take a break, leave, or have your data erased. The link to your page is in our emails. You can [get a new link](/my/link/) at any time.

You can also write to the central team at [${EMAIL}](mailto:${EMAIL}). Use the address you signed up with if you can, so that we know it is you. We answer within one month.

If you are not happy with what we do, tell us and we will try to put it right. You can also complain to the [Information Commissioner’s Office](https://ico.org.uk/make-a-complaint/), which watches over data protection in the UK.`),
    },
  ],
}
