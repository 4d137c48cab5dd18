/** What an account may be. `admin` is a staff member who also manages accounts. */
export const ROLES = ['admin', 'staff', 'mentor', 'coordinator', 'teacher', 'trainee'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that belong to a school and must name one. */
export const SCHOOL_ROLES = ['coordinator', 'teacher'] as const;
export type SchoolRole = (typeof SCHOOL_ROLES)[number];

/** The roles that staff may invite; an admin is made with the command line. */
export const INVITABLE_ROLES = ['staff', 'mentor', 'coordinator', 'teacher', 'trainee'] as const;
export type InvitableRole = (typeof INVITABLE_ROLES)[number];

/** What people call each role, in the interface. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  admin: 'Administrator',
  staff: 'University staff',
  mentor: 'Mentor',
  coordinator: 'School coordinator',
  teacher: 'Teacher',
  trainee: 'Trainee teacher',
};
