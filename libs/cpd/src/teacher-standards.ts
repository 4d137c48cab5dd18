/** The Teachers’ Standards: eight of part one, and the conduct of part two. */
export const TEACHER_STANDARDS = ['TS1', 'TS2', 'TS3', 'TS4', 'TS5', 'TS6', 'TS7', 'TS8', 'P2'] as const;
export type TeacherStandard = (typeof TEACHER_STANDARDS)[number];

/** What each is about, in our own short words. */
export const TEACHER_STANDARD_NAMES: Readonly<Record<TeacherStandard, string>> = {
  TS1: 'Expecting much of pupils',
  TS2: 'Helping pupils to make good progress',
  TS3: 'Knowing the subject and its curriculum',
  TS4: 'Planning and teaching well-structured lessons',
  TS5: 'Adapting teaching to every pupil',
  TS6: 'Assessing accurately and using what it shows',
  TS7: 'Managing behaviour so that all can learn',
  TS8: 'Taking part in the wider life of the profession',
  P2: 'Part two: personal and professional conduct',
};

/** What delivering CPD shows unless the trainee says otherwise. */
export const USUAL_STANDARDS: readonly TeacherStandard[] = ['TS3', 'TS4', 'TS8'];

/** Standards in their own order, each once, whatever order they were ticked in. */
export const inStandardsOrder = (standards: readonly TeacherStandard[]): readonly TeacherStandard[] =>
  TEACHER_STANDARDS.filter((standard) => standards.includes(standard));
