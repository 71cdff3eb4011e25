package dev.penstock.ui.rest;

import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.trouble.Trouble;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Outcomes of commands as HTTP answers. */
public final class Results {
    private Results() {}

    /** 200 done or nothing to do, 202 waiting; else the trouble it means. */
    public static Response of(ActResult result, @Nullable JobId job) {
        return switch (result) {
            case ActResult.Done r -> Response.ok(Answers.Acted.of(r, job)).build();
            case ActResult.Ignored r -> Response.ok(Answers.Acted.of(r, job)).build();
            case ActResult.Waiting r ->
                Response.accepted(Answers.Acted.of(r, job)).build();
            case ActResult.Refused r -> throw refused(r.kind(), r.sentence());
            case ActResult.NotAllowed r -> throw Trouble.notAllowed(r.sentence());
            case ActResult.NotSent r -> throw Trouble.away(r.sentence());
        };
    }

    static Trouble refused(RefusalKind kind, String sentence) {
        return switch (kind) {
            case UNKNOWN_JOB -> Trouble.notFound(sentence);
            case INVALID, UNKNOWN_NAME -> new Trouble(Trouble.Said.of(400, "Bad request", sentence));
            case TOO_LARGE -> new Trouble(Trouble.Said.of(413, "Too large", sentence));
            case NOT_SUPPORTED -> new Trouble(Trouble.Said.of(501, "Not built yet", sentence));
            case WRONG_STATUS, NOT_CAPABLE, STALE_LEASE, VERSION_CHANGED, CONFLICT, FORGED, INTERNAL ->
                Trouble.refused(sentence);
        };
    }
}
