package dev.penstock.ui.trouble;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.penstock.ui.trouble.Trouble.Said;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says what an exception means to the person who asked. */
public final class Diagnosis {
    private static final Logger LOG = Logger.getLogger(Diagnosis.class);
    private static final String TOO_LONG = "57014";
    private static final String NO_TABLE = "42P01";
    private static final String NO_SCHEMA = "3F000";
    private static final String NO_RIGHT = "42501";

    private Diagnosis() {}

    /** What is said; a cause that nobody foresaw is logged under the request id that the answer names. */
    public static Said of(Throwable thrown) {
        if (thrown instanceof Trouble trouble) {
            return trouble.said();
        }
        JsonProcessingException json = cause(thrown, JsonProcessingException.class);
        if (json != null) {
            return Said.of(400, say("Bad request"), say("The body cannot be read: {1}", json.getOriginalMessage()));
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Said.of(web.getResponse().getStatus(), reason(web), sentence(web));
        }
        SQLException sql = cause(thrown, SQLException.class);
        if (sql != null || cause(thrown, PersistenceException.class) != null) {
            return database(thrown, sql);
        }
        return unforeseen(thrown);
    }

    /** What a failed question to PostgreSQL means, in a sentence. */
    public static String databaseSentence(@Nullable SQLException e) {
        String state = e == null || e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case TOO_LONG ->
                say(
                        "The search took longer than 5 seconds and was given up. Narrow it: add a status, a queue, a type or a time (created:-24h).");
            case NO_TABLE, NO_SCHEMA, NO_RIGHT ->
                say(
                        "The read model is not there yet: the projector makes it when it first starts. Is a state-projector running (./penstock projector), on the same database?");
            default ->
                say(
                        "PostgreSQL does not answer. Jobs go on running; pages come back when it does. Is it up, and are penstock.ui-db.url, user and password right?");
        };
    }

    private static Said database(Throwable thrown, @Nullable SQLException sql) {
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        boolean known = state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.equals(NO_TABLE)
                || state.equals(NO_SCHEMA)
                || state.equals(NO_RIGHT);
        if (!known) {
            return unforeseen(thrown);
        }
        LOG.debugf(thrown, "PostgreSQL: %s", state);
        return Said.of(
                503, state.equals(TOO_LONG) ? say("Search too slow") : say("Not available"), databaseSentence(sql));
    }

    private static Said unforeseen(Throwable thrown) {
        String request = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.errorf(thrown, "Request %s failed", request);
        return new Said(
                500,
                say("Internal error"),
                say("This should not have happened. The log of the UI has the details under {1}.", request),
                null,
                null,
                null,
                java.util.List.of(),
                request);
    }

    private static String reason(WebApplicationException e) {
        return e.getResponse().getStatusInfo().getReasonPhrase();
    }

    private static String sentence(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 -> say("There is nothing at this address.");
            case 405 -> say("This address does not take that method.");
            case 406 -> say("This address cannot answer in the form that was asked for.");
            case 415 -> "Send JSON with Content-Type: application/json.";
            default -> e.getMessage() == null ? reason(e) : e.getMessage();
        };
    }

    private static <T> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
