import { writeFileSync } from 'node:fs';
import { examplesFile, examplesText, mistakeExamples } from './examples.ts';

// `npm run mistakes`: what the manual of mistakes shows, made again from the fixtures as `check` reads them today, and
// the guide of the demo region, which reads the new examples.
writeFileSync(examplesFile, examplesText(mistakeExamples()));
const { guideFile, guideText } = await import('./mistake-guide.ts');
writeFileSync(guideFile, guideText());
