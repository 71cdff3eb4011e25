package dev.penstock.projector.topology;

/** Hears what cannot be read. */
public interface ProjectionMeter {
    /** A record was passed over and went to the dead letters. */
    void unreadable();
}
