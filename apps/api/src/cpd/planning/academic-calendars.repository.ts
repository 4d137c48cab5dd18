import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { AcademicCalendarEntity } from './cpd-programme.entity';

@Injectable()
export class AcademicCalendarsRepository {
  constructor(private readonly database: Database) {}

  find(academicYear: string): Promise<AcademicCalendarEntity | null> {
    return this.database.reader.findOneBy(AcademicCalendarEntity, { academicYear });
  }

  /** Whether there was one to change. */
  async change(academicYear: string, halfTerms: string, by: string, now: Date): Promise<boolean> {
    const touched = await this.database.execute(
      'UPDATE academic_calendars SET half_terms = ?, changed_by = ?, changed_at = ? WHERE academic_year = ?',
      [halfTerms, by, now, academicYear],
    );
    return touched > 0;
  }

  async insert(calendar: AcademicCalendarEntity): Promise<void> {
    await this.database.writer.insert(AcademicCalendarEntity, calendar);
  }
}
