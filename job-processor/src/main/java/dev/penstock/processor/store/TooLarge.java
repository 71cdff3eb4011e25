package dev.penstock.processor.store;

/** More than one record may hold: the command that would write it is refused (A1). */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The broker takes a little more. */
    public static final int MAX_BYTES = 900 * 1024;

    public TooLarge(String sentence) {
        super(sentence);
    }
}
