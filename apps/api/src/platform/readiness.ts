import { Injectable } from '@nestjs/common';

/** Whether this process still takes new work; false from the first moment of a graceful stop. */
@Injectable()
export class Readiness {
  stopping = false;
}
