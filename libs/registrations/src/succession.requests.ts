import { Matches } from 'class-validator';

/** Moving everything of a closed school to another. */
export class SuccessionRequest {
  @Matches(/^\d{6}$/, { message: 'Choose the school that took its place from the list.' })
  successorUrn!: string;
}
