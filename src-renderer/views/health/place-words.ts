// Owns the words for whether a mechanism is in place.
export const placeWords = { yes: 'In place', partly: 'Partly', 'not-yet': 'Not yet' } as const;
