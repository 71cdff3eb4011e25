package dev.penstock.processor.simulate.measure;

/**
 * What is known of a queue in a stretch.
 *
 * @param waiting of each round that began in the stretch: start of its first attempt less the later of created and run-at; microseconds
 * @param service of each attempt that ended, microseconds
 * @param counts what happened how often
 * @param depth jobs that waited for a worker, mean of each piece of the stretch
 * @param busy slots that ran the queue's jobs, likewise
 * @param slots of the workers that served the queue, likewise
 */
public record QueueFigures(Spread waiting, Spread service, Counts counts, Series depth, Series busy, Series slots) {
    /**
     * How often.
     *
     * @param submitted jobs
     * @param attempts begun
     * @param retries of them that were not the first of their round
     * @param failed attempts that failed or were lost
     * @param completed rounds
     * @param dead rounds that ended FAILED
     * @param aborted rounds
     * @param left jobs that waited for a worker when the stretch ended
     */
    public record Counts(
            long submitted,
            long attempts,
            long retries,
            long failed,
            long completed,
            long dead,
            long aborted,
            long left) {}

    /** Busy slots of all slots, 0 to 1; 0 if there were none. A worker of several queues offers its slots to each of them. */
    public double utilisation() {
        return slots.sum() == 0 ? 0 : busy.sum() / slots.sum();
    }

    /** Utilisation of each piece. */
    public Series utilisations() {
        return busy.dividedBy(slots);
    }
}
