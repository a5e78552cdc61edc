/** The phases as the steps call them; a parameter, so that the steps can be tested where no model can run. */
export type Pipeline = Pick<typeof import('../app/main.ts'), 'evaluatePlan' | 'judgePlan'>;
