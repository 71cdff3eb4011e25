package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Told;

/** While a job held a lease, by the log's clock. */
final class Span {
    final String job;
    final Told told;
    /** When it was asked to pass its gate. */
    final long askedMs;

    final long fromMs;
    /** Open until the lease has ended. */
    long endMs = Long.MAX_VALUE;

    Span(String job, Told told, long askedMs, long fromMs) {
        this.job = job;
        this.told = told;
        this.askedMs = askedMs;
        this.fromMs = fromMs;
    }
}
