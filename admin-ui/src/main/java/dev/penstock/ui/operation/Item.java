package dev.penstock.ui.operation;

import dev.penstock.api.job.JobId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One job of an operation.
 *
 * @param number from 1, in the order of execution
 * @param version lifecycle version that was seen
 * @param lease number of the lease that was seen; null: nobody held it
 * @param sentence what became of it; null while that is not known
 */
public record Item(
        int number,
        JobId job,
        @Nullable Long version,
        @Nullable Long lease,
        State state,
        @Nullable String sentence) {

    /** Where it stands. */
    public enum State {
        WAITING,
        SENT,
        DONE,
        /** The job did not need it, or could not take it any more: it has changed since. */
        SKIPPED,
        REFUSED
    }

    static Item of(ResultSet row) throws SQLException {
        return new Item(
                row.getInt("number"),
                new JobId(row.getString("job")),
                row.getObject("version", Long.class),
                row.getObject("lease", Long.class),
                State.valueOf(row.getString("state")),
                row.getString("sentence"));
    }

    /** Id of the command: the same whoever sends it, and however often. */
    String command(long operation) {
        String name = "operation " + operation + " " + job;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
