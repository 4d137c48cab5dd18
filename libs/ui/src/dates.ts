import { Pipe, type PipeTransform } from '@angular/core';
import { londonClock, londonDate, londonDateTime, londonShortDate, londonTime } from '@lectern/core';

const FORMS = {
  date: londonDate,
  time: londonTime,
  dateTime: londonDateTime,
  shortDate: londonShortDate,
  clock: londonClock,
} as const;

/** An instant in words, Europe/London: `Tuesday 9 March 2027, 9.30am` unless another form is asked for. */
@Pipe({ name: 'london' })
export class London implements PipeTransform {
  transform(instant: string | Date, form: keyof typeof FORMS = 'dateTime'): string {
    return FORMS[form](instant);
  }
}
