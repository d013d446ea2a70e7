import countries from 'world-countries'

import type { Option } from './options.ts'

/** A country a doctor can name as theirs: code (ISO 3166-1 alpha-2), common name, region. */
export type Country = { code: string; name: string; region: string }

/**
 * Every country and territory people can have trained in or come from, by name. The facts are
 * those of the `world-countries` dataset; a region is its United Nations subregion
 * ("Southern Asia", "Western Africa"). The United Kingdom is left out: the programme is for
 * doctors who come to it.
 */
export const COUNTRIES: readonly Country[] = countries
  .filter((country) => country.subregion !== '' && country.cca2 !== 'GB')
  .map((country) => ({
    code: country.cca2,
    name: country.name.common,
    region: country.subregion,
  }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

/** The countries as the options of a select field. */
export const COUNTRY_OPTIONS: Option[] = COUNTRIES.map(({ code, name }) => ({
  value: code,
  label: name,
}))

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]))

/**
 * The name of a country by its code, or `undefined` for an unknown code.
 *
 * @example countryName('PK') // 'Pakistan'
 */
export const countryName = (code: string | null | undefined): string | undefined =>
  code ? byCode.get(code)?.name : undefined

/**
 * The region of a country by its code, or `undefined` for an unknown code.
 *
 * @example countryRegion('PK') // 'Southern Asia'
 */
export const countryRegion = (code: string | null | undefined): string | undefined =>
  code ? byCode.get(code)?.region : undefined
