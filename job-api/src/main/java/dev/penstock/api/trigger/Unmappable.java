package dev.penstock.api.trigger;

/** What happened cannot become a job, however often it is tried; the sentence says what is missing. */
public final class Unmappable extends Exception {
    private static final long serialVersionUID = 1;

    public Unmappable(String sentence) {
        super(sentence);
    }

    Unmappable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
