/** A text as it was typed. Small, for the page itself reads it too. */

/** Longer texts are no question; a pasted page must not hold up the next letter. */
export const longestText = 300;

export const separators = /[\s、,，。;；/／|｜&＆+＋]+/u;
