package dev.penstock.projector.analyst.duck;

/** A question that was stopped because it cost more than it may. */
public final class TooCostly extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TooCostly(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
