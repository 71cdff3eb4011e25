package dev.penstock.projector.analyst.live;

/** A question that cannot be answered now and can be asked again: the tables are being filled, or somebody else's question runs. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotYet(String sentence) {
        super(sentence);
    }
}
