import { answerQuestions } from '../solver/child.ts'

/** The program that solves large pools beside the server, which starts it by the name of this face. */
answerQuestions()
