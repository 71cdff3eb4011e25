package dev.penstock.api.client;

/** A processor refused an awaited submission; the message is its sentence. */
public final class SubmitRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SubmitRefused(String sentence) {
        super(sentence);
    }
}
