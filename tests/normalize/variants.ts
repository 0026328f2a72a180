import type { CharacterVariants } from '../../src/normalize/keys.ts';

/** A few pairs of the shipped vocabulary, enough to see that keys use them. */
export const variants: CharacterVariants = {
  exact: new Map([
    ['髙', '高'],
    ['邉', '辺'],
    ['邊', '辺'],
    ['﨑', '崎'],
  ]),
  loose: new Map([['斉', '斎']]),
};
