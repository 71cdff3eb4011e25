package dev.penstock.api.event;

/** What people ask of a job that runs. */
public sealed interface Control extends JobEvent {
    /** Asked to stop; STOPPING until the handler, or the last of its family, ends. */
    record StopRequested() implements Control {}

    /** A parent that waits was given up: STOPPING until the last of its children has ended, then ABORTED. */
    record AbortRequested(String why) implements Control {}

    /** Asked to stop at once; the handler's thread is interrupted. */
    record ForceStopRequested() implements Control {}

    /** A person has looked at a flagged job (S1.21). */
    record ReviewCleared() implements Control {}

    /** The job logged an error, or a child failed without failing it (S2.9). */
    record ErrorsFlagged(String why) implements Control {}

    /** The key of its data subject is gone (B15). */
    record SubjectErased(String subject) implements Control {}
}
