import { IsInt, Max, Min } from 'class-validator';

const VERSION = 'Say which version of the pack was read, as a whole number.';

/** A visit leader has read this version of the pack. */
export class PackAcknowledgementRequest {
  @IsInt({ message: VERSION })
  @Min(1, { message: VERSION })
  @Max(1_000_000, { message: VERSION })
  version!: number;
}
