/** How long figures, which nobody waits for at a key, may stay as they were while a text is being typed, in milliseconds. */
export const pause = 500;
