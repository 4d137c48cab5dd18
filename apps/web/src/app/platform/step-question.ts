/** A step that is asked for once more, since it cannot be taken back or somebody is told of it. */
export interface StepQuestion<T extends object> {
  readonly heading: string;
  /** What it is done to, where the heading does not say. */
  readonly subject?: string;
  /** What follows from it. */
  readonly words?: string;
  /** Asked for with a step that takes something away; then staying is the first button. */
  readonly reason?: {
    readonly label: string;
    readonly hint: string;
    /** What to say when it is left out; without this it may be. */
    readonly needed?: string;
  };
  readonly yes: string;
  /** On the button while it is being done. */
  readonly doing: string;
  readonly no: string;
  /** Sends it, with the reason or with nothing; the dialog stays open when that is refused. */
  readonly send: (reason: string) => Promise<T>;
}
