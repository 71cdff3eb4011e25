package dev.penstock.api.lifecycle;

import dev.penstock.api.command.Act;

/** What people do to jobs, one word each; the seeds' words are in brackets. */
public enum Verb {
    /** Stop (Stop Process). */
    STOP("stop"),
    FORCE_STOP("force stop"),
    RESUME("resume"),
    /** Abort (Cancel, Abort). */
    ABORT("abort"),
    /** Retry (Retry, Re-queue). */
    RETRY("retry"),
    RESTART("restart"),
    RUN_NOW("run now"),
    SET_PRIORITY("change the priority of"),
    EDIT_PAYLOAD("edit and retry"),
    EXPIRE_LEASE("expire the lease of"),
    DELETE("delete"),
    CLEAR_REVIEW("clear the review flag of"),
    ERASE_SUBJECT("erase the subject of");

    private final String phrase;

    Verb(String phrase) {
        this.phrase = phrase;
    }

    /** As it stands in a sentence: "Cannot … job …". */
    public String phrase() {
        return phrase;
    }

    public static Verb of(Act act) {
        return switch (act) {
            case Act.Stop a -> STOP;
            case Act.ForceStop a -> FORCE_STOP;
            case Act.Resume a -> RESUME;
            case Act.Abort a -> ABORT;
            case Act.Retry a -> RETRY;
            case Act.Restart a -> RESTART;
            case Act.RunNow a -> RUN_NOW;
            case Act.SetPriority a -> SET_PRIORITY;
            case Act.EditPayload a -> EDIT_PAYLOAD;
            case Act.ExpireLease a -> EXPIRE_LEASE;
            case Act.Delete a -> DELETE;
            case Act.ClearReview a -> CLEAR_REVIEW;
            case Act.EraseSubject a -> ERASE_SUBJECT;
        };
    }
}
