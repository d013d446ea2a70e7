import { md } from './markdown.ts'

/** The words of the sign-up forms that a new installation starts with. They are content from then on. */
export const STARTER_SIGN_UP_WORDS = {
  mentor: {
    title: 'Sign up as a mentor',
    intro: md(`For doctors who trained abroad and now work in Leeds. It takes about 10 minutes.

Your answers help us find a mentee you can help. You can leave out every question marked optional. Read [how we match](/how-we-match/) and [how we look after your data](/privacy/) first if you like.`),
    consent: `I agree that the programme uses my answers to match me with a mentee. I give my explicit consent to the use of the country I call home and the country I qualified in, if I give them. They can say something about my ethnic origin.

When a coordinator confirms a match, the programme shares these with my mentee: my name, email address and phone number, the country I call home or qualified in if it counts, my languages, my route into the trust, grade, specialty and hospital site, my topics, how I would like to meet, and my own words about me. It also says what we have in common.

Coordinators and the administrator of the system can see my answers. A person decides every match.

I can withdraw my consent at any time, without giving a reason, by writing to the central team. The programme then stops using my answers.`,
  },
  mentee: {
    title: 'Sign up for a mentor',
    intro:
      md(`For doctors who trained abroad and are new to the NHS, or about to start. It takes about 10 minutes.

Your answers help us find a mentor who suits you. You can leave out every question marked optional. Read [how we match](/how-we-match/) and [how we look after your data](/privacy/) first if you like.`),
    consent: `I agree that the programme uses my answers to find me a mentor. I give my explicit consent to the use of the country I call home and the country I qualified in, if I give them. They can say something about my ethnic origin.

When a coordinator confirms a match, the programme shares these with my mentor: my name, email address and phone number, the country I call home or qualified in if it counts, my languages, my route into the trust, grade, specialty and hospital site, my topics, how I would like to meet, and my own words about me. It also says what we have in common.

Coordinators and the administrator of the system can see my answers. A person decides every match.

I can withdraw my consent at any time, without giving a reason, by writing to the central team. The programme then stops using my answers.`,
  },
}
