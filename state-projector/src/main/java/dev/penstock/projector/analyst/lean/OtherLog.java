package dev.penstock.projector.analyst.lean;

/** A kept fold whose last record the log does not have: it was made from another one. */
public final class OtherLog extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherLog(int partition) {
        super("The snapshots of partition " + partition + " are not of this log: its record is another one");
    }
}
