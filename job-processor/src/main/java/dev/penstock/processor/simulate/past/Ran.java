package dev.penstock.processor.simulate.past;

import dev.penstock.api.job.Priority;

/**
 * An attempt that a worker began.
 *
 * @param key of which job, and the how-manieth
 * @param type of the job
 * @param queue of the job
 * @param lane it was dispatched to
 * @param worker that ran it
 * @param gated it had to pass a limit first
 * @param dispatchedAt microseconds since 1970
 * @param startedAt likewise
 * @param took microseconds, as its worker measured it; up to the end of the stretch if it had not ended
 * @param end how it ended
 */
public record Ran(
        AttemptKey key,
        String type,
        String queue,
        Priority lane,
        String worker,
        boolean gated,
        long dispatchedAt,
        long startedAt,
        long took,
        End end) {
    public long endedAt() {
        return startedAt + took;
    }
}
