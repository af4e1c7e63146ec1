import { readMadeDemonstration } from './published-demonstration.ts'

readMadeDemonstration()
