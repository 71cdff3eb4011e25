package dev.penstock.stack.bench;

import dev.penstock.api.payload.JobType;

/**
 * A job without work, so that what is measured is Penstock.
 *
 * @param filler makes the payload about 200 bytes, as a small real one is
 */
@JobType(
        name = "bench.no-work",
        queue = "bench",
        description = "Does nothing; its payload has the size of a small real one")
record NoWork(String filler) {
    static final NoWork OF_200_BYTES = new NoWork("x".repeat(186));
}
