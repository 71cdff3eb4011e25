package dev.penstock.api.wire;

/** A record that cannot be read. Its message is the sentence that goes to the dead-letter topic with it. */
public final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1;

    public UndecodableException(String sentence) {
        super(sentence);
    }

    public UndecodableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
