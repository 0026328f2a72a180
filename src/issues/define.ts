import type { Severity } from './issue.ts';

/**
 * One entry of the permanent catalogue of data problems. The sentence continues after the quoted value:
 * 「35,6812」+「は数値として読めません。小数点は「.」で入力してください（例：35.6812）。」
 */
export interface CodeDefinition {
  severity: Severity;
  sentence: (detail: Readonly<Record<string, string>>, value: string) => string;
}

/** Keeps the literal code names as a type while checking the shape. */
export function defineCodes<const T extends Record<string, CodeDefinition>>(codes: T): T {
  return codes;
}
