import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261130_135139_pages_from_parts.mongodb')
