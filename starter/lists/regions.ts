import type { StarterList } from './starter-list.ts'

/**
 * The geographical regions of the United Nations' standard M49, as finely as it has them: its
 * intermediate regions in sub-Saharan Africa and in Latin America, its sub-regions elsewhere. Which
 * country lies in which is said with the country.
 *
 * Source: https://unstats.un.org/unsd/methodology/m49/
 */
export const REGIONS: StarterList = {
  id: 'regions',
  label: 'Regions',
  noun: 'region',
  order: 'alphabet',
  choices: [
    { key: 'australiaAndNewZealand', label: 'Australia and New Zealand' },
    { key: 'caribbean', label: 'Caribbean' },
    { key: 'centralAmerica', label: 'Central America' },
    { key: 'centralAsia', label: 'Central Asia' },
    { key: 'easternAfrica', label: 'Eastern Africa' },
    { key: 'easternAsia', label: 'Eastern Asia' },
    { key: 'easternEurope', label: 'Eastern Europe' },
    { key: 'melanesia', label: 'Melanesia' },
    { key: 'micronesia', label: 'Micronesia' },
    { key: 'middleAfrica', label: 'Middle Africa' },
    { key: 'northernAfrica', label: 'Northern Africa' },
    { key: 'northernAmerica', label: 'Northern America' },
    { key: 'northernEurope', label: 'Northern Europe' },
    { key: 'polynesia', label: 'Polynesia' },
    { key: 'southAmerica', label: 'South America' },
    { key: 'southEasternAsia', label: 'South-eastern Asia' },
    { key: 'southernAfrica', label: 'Southern Africa' },
    { key: 'southernAsia', label: 'Southern Asia' },
    { key: 'southernEurope', label: 'Southern Europe' },
    { key: 'westernAfrica', label: 'Western Africa' },
    { key: 'westernAsia', label: 'Western Asia' },
    { key: 'westernEurope', label: 'Western Europe' },
  ],
}
