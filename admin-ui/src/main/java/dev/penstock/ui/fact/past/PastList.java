package dev.penstock.ui.fact.past;

import dev.penstock.ui.fact.JobList;
import java.time.Instant;

/**
 * A page of jobs as they were.
 *
 * @param at as of when
 * @param list its {@code searched} is how far this page has looked, if not to the end of the list; its next page looks on
 *     from there
 * @param lookedAt about how many jobs this page has looked at, if not at all
 * @param unfolded jobs that may belong to the page and have too long a history to be folded
 * @param deletedSince jobs that were deleted since, some of which were there then: their histories went with them
 */
public record PastList(Instant at, JobList list, int lookedAt, int unfolded, long deletedSince) {
    /** With a term that only the fold can answer, a page looks at about so many jobs. */
    public static final int LOOKED_AT = 200_000;

    /** A job with more events is not folded. */
    public static final int MOST_EVENTS = 20_000;
}
