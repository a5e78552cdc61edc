import type { VerdictFile } from '../../core/domain/decision.ts';
import {
  LADDER,
  type Medium,
  type RungName,
  type Section,
  type SectionBuilder,
  type SectionOptions,
} from '../section.ts';
import { casesSection } from './cases.ts';
import { changedSection } from './changed.ts';
import { classesSection } from './classes.ts';
import { comparedSection } from './compared.ts';
import { costSection } from './cost.ts';
import { crossValidationSection } from './cross-validation.ts';
import { curvesSection } from './curves.ts';
import { diagnosisSection } from './diagnosis.ts';
import { driftSection } from './drift.ts';
import { earlySignSection } from './early-sign.ts';
import { faultsSection } from './faults.ts';
import { fieldsSection } from './fields.ts';
import { gateDetailsSection } from './gate-details.ts';
import { regressedSection, undecidedSection } from './gate-reasons.ts';
import { gateTableSection, warningsSection } from './gate-table.ts';
import { lockedSplitsSection } from './locked-splits.ts';
import { nextStepSection } from './next-step.ts';
import { picturesSection } from './pictures.ts';
import { policySection } from './policy.ts';
import { referenceSection } from './reference.ts';
import { reproduceSection } from './reproduce.ts';
import { samplesSection } from './samples.ts';
import { checkpointsSection, linksSection, verdictSection } from './verdict.ts';
import { worstGroupsSection } from './worst-groups.ts';

interface SectionRow {
  readonly build: SectionBuilder;
  readonly media: readonly Medium[];
  /** The last rung of the ladder on which a comment has it. */
  readonly until: RungName;
}

const EVERYWHERE: readonly Medium[] = ['comment', 'page', 'terminal'];

/** The report, in the order in which it is read. */
const SECTIONS: readonly SectionRow[] = [
  { build: verdictSection, media: EVERYWHERE, until: 'verdict and link' },
  { build: worstGroupsSection, media: EVERYWHERE, until: 'worst gates' },
  { build: casesSection, media: EVERYWHERE, until: 'worst gates' },
  { build: nextStepSection, media: EVERYWHERE, until: 'verdict and link' },
  { build: policySection, media: EVERYWHERE, until: 'verdict and link' },
  { build: lockedSplitsSection, media: EVERYWHERE, until: 'worst gates' },
  { build: faultsSection, media: EVERYWHERE, until: 'worst gates' },
  { build: gateTableSection, media: EVERYWHERE, until: 'worst gates' },
  { build: checkpointsSection, media: EVERYWHERE, until: 'worst gates' },
  { build: crossValidationSection, media: EVERYWHERE, until: 'worst gates' },
  { build: earlySignSection, media: EVERYWHERE, until: 'no flips' },
  { build: warningsSection, media: EVERYWHERE, until: 'worst gates' },
  { build: driftSection, media: EVERYWHERE, until: 'no flips' },
  { build: linksSection, media: ['comment'], until: 'verdict and link' },
  { build: regressedSection, media: ['comment'], until: 'no flips' },
  { build: undecidedSection, media: ['comment', 'terminal'], until: 'no flips' },
  { build: diagnosisSection, media: EVERYWHERE, until: 'no flips' },
  { build: gateDetailsSection, media: ['page'], until: 'full' },
  { build: picturesSection, media: ['comment', 'page'], until: 'regressed flips only' },
  { build: fieldsSection, media: EVERYWHERE, until: 'no flips' },
  { build: changedSection, media: ['comment', 'page'], until: 'fewer flips' },
  { build: classesSection, media: ['comment', 'page'], until: 'no flips' },
  { build: curvesSection, media: EVERYWHERE, until: 'regressed flips only' },
  { build: samplesSection, media: ['page'], until: 'full' },
  { build: referenceSection, media: EVERYWHERE, until: 'no flips' },
  { build: comparedSection, media: ['comment', 'page'], until: 'no flips' },
  { build: costSection, media: ['comment', 'page'], until: 'no flips' },
  { build: reproduceSection, media: ['comment', 'page'], until: 'no flips' },
];

const heightOf = (name: RungName): number => LADDER.findIndex((rung) => rung.name === name);

/** What the report says in a place. */
export function sectionsFor(file: VerdictFile, options: SectionOptions): readonly Section[] {
  return SECTIONS.filter(
    ({ media, until }) => media.includes(options.medium) && heightOf(options.rung.name) <= heightOf(until),
  )
    .map(({ build }) => build(file, options))
    .filter(({ blocks }) => blocks.length > 0);
}
