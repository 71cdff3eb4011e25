package dev.penstock.api.outbox;

import dev.penstock.api.job.Json;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A handler whose database work happens once for each round of a job, however often it runs (S1.13): the work and the mark
 * "this round is done", with the result, are one transaction. A failure rolls back (S3.4); a run again after a crash between
 * commit and report finds the mark, does nothing and returns the stored result. Retry and Restart begin a round, and do the
 * work again.
 *
 * <p>Jobs that follow from the work go through {@link Outbox#enqueue} on the same connection. Children do not: they are not part
 * of the transaction, so such a handler is not called back.
 *
 * @param <P> the payload's record
 */
public final class TransactionalHandler<P> implements JobHandler<P> {
    /** The work: all of it through {@code connection}, whose transaction it neither commits nor rolls back. */
    @FunctionalInterface
    public interface Work<P> {
        @Nullable
        Object run(Connection connection, P payload, JobContext context) throws Exception;
    }

    private final Database database;
    private final Work<P> work;

    /** Does {@code work} in a database that has the table of {@link DoneRounds}. */
    public TransactionalHandler(Database database, Work<P> work) {
        this.database = database;
        this.work = work;
    }

    @Override
    public @Nullable Object run(P payload, JobContext context) throws Exception {
        if (context.children().isPresent()) {
            throw new PermanentFailure("Job " + context.job() + " was called back by its children, but its handler does"
                    + " its work in one transaction: give the step that waits for children a handler of its own");
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                return once(connection, payload, context);
            } catch (Exception | Error e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private @Nullable Object once(Connection connection, P payload, JobContext context) throws Exception {
        // The mark first: a twin that runs at the same time waits here, and not after it has done the same work.
        DoneRounds.Mark mark = DoneRounds.mark(connection, context.job(), context.round());
        if (mark.done()) {
            connection.rollback();
            return mark.result();
        }
        Object value = work.run(connection, payload, context);
        if (context.sawStop()) {
            connection.rollback(); // half of the work is none: the job is stopped, and nothing is done
            return null;
        }
        Json result = value == null ? null : json(value);
        if (result != null) {
            DoneRounds.result(connection, context.job(), context.round(), result);
        }
        connection.commit();
        return result;
    }

    private static Json json(Object value) {
        return value instanceof Json json ? json : new Json(Wire.text(value));
    }

    private static void rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e); // the connection is gone, and the transaction with it
        }
    }
}
