package dev.penstock.processor.handlers.workflow;

import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.outbox.Database;
import dev.penstock.api.outbox.Outbox;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.outbox.TransactionalHandler;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.workflow.WorkflowStep.Step;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The handler of the steps, and the relay that publishes what they have submitted. A step's money, the mark that it is done and
 * the job of the next step are one transaction: all of it or nothing (S3.2, S3.4).
 */
public final class WorkflowSteps {
    private static final String REFUSED_BY_CHECK = "23514";

    private final Database database;
    private final Outbox outbox = new Outbox();
    private volatile boolean created;

    public WorkflowSteps(Database database) {
        this.database = database;
    }

    /** What a step leaves behind. */
    public record Stepped(Step done, long balance) {}

    /** Does one step. */
    public JobHandler<WorkflowStep> handler() {
        return new TransactionalHandler<>(this::connect, this::step);
    }

    /** Publishes next steps once they are committed; the caller starts and closes it. */
    public OutboxRelay relay(JobSubmitter submitter) {
        return new OutboxRelay(this::connect, outbox, submitter);
    }

    private Connection connect() throws SQLException {
        Connection connection = database.connect();
        try {
            if (!created) {
                Ledger.create(connection);
                created = true;
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Stepped step(Connection connection, WorkflowStep order, JobContext context) throws SQLException {
        if (order.cents() <= 0 || order.from().equals(order.to())) {
            throw new PermanentFailure("A transfer moves more than nothing from one account to another, not "
                    + order.cents() + " from " + order.from() + " to " + order.to() + ": submit a new one.");
        }
        Ledger.record(connection, order);
        return switch (order.step()) {
            case WITHDRAW -> {
                long balance = withdraw(connection, order);
                submit(connection, order.then(Step.DEPOSIT), context.runBy());
                yield new Stepped(Step.WITHDRAW, balance);
            }
            case DEPOSIT -> {
                long balance = Ledger.change(connection, order.to(), order.cents());
                submit(connection, order.then(Step.SETTLE), context.runBy());
                yield new Stepped(Step.DEPOSIT, balance);
            }
            case SETTLE -> new Stepped(Step.SETTLE, Ledger.change(connection, order.to(), 0));
        };
    }

    private static long withdraw(Connection connection, WorkflowStep order) throws SQLException {
        try {
            return Ledger.change(connection, order.from(), -order.cents());
        } catch (SQLException e) {
            if (REFUSED_BY_CHECK.equals(e.getSQLState())) {
                throw new TransientFailure(
                        order.from() + " has less than " + order.cents()
                                + " cents; the transaction is rolled back. Money may come in before the next attempt",
                        e);
            }
            throw e;
        }
    }

    private void submit(Connection connection, WorkflowStep next, @Nullable String runBy) throws SQLException {
        NewJob job = NewJob.of(next).instance(next.transfer()).tags(next.step().name());
        outbox.enqueue(connection, runBy == null ? job.bySystem() : job.runBy(runBy));
    }
}
