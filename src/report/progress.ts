import type { EvaluationProgress } from '../core/domain/progress.ts';
import { htmlCode } from './escape.ts';

const LABEL_LENGTH = 60;

/**
 * How far an evaluation is: ``34 % of `mmlu` on the candidate, about 12 min left.``
 * @param mayStopEarly whether it ends once its gates are decided: what is left is then the most it can be
 */
export function renderProgress(progress: EvaluationProgress, mayStopEarly: boolean): string {
  const { side, task, done, planned, tasksDone, tasks, secondsLeft } = progress;
  const share = planned === 0 ? 100 : Math.floor((100 * done) / planned);
  const what = task === null ? 'of several tasks' : `of ${htmlCode(task, LABEL_LENGTH)}`;
  const left =
    secondsLeft === null ? '' : `, ${mayStopEarly ? 'at most ' : ''}about ${minutesOf(secondsLeft)} left`;
  return `${share} % ${what} on the ${side}${left}. Tasks done, over all sides: ${tasksDone} of ${tasks}.`;
}

/** No finer than the estimate is. */
function minutesOf(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 90) return `${minutes} min`;
  const tens = Math.round(minutes / 10) * 10;
  return `${Math.floor(tens / 60)} h ${tens % 60} min`;
}
