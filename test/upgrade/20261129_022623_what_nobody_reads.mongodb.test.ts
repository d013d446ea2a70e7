import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261129_022623_what_nobody_reads.mongodb')
