package dev.penstock.projector.analyst.source;

/**
 * A part of the log.
 *
 * @param from the first records that belong to it
 * @param to the first records that do not; its partitions are the ones that are read
 */
public record Stretch(Offsets from, Offsets to) {
    /** Records in it, markers of transactions included. */
    public long records() {
        return to.since(from);
    }

    /** The part of it in one partition. */
    public Stretch only(int partition) {
        return new Stretch(from.only(partition), to.only(partition));
    }
}
