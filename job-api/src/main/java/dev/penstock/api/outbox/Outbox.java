package dev.penstock.api.outbox;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.key.Ids;
import dev.penstock.api.wire.Wire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that are submitted if, and only if, a database transaction commits (S3.2): {@link #enqueue} writes them into a table of
 * the caller's database, in the caller's transaction; an {@link OutboxRelay} publishes what was committed.
 *
 * <p>A row names its job before it is published, so a row that is published twice makes one job. For PostgreSQL; any database
 * with identity columns and {@code FOR UPDATE SKIP LOCKED} will do. Thread-safe.
 */
public final class Outbox {
    /** The table's name, unless another is given. */
    public static final String TABLE = "penstock_outbox";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,100}");

    private final String table;

    /** The outbox in the table {@code penstock_outbox}. */
    public Outbox() {
        this(TABLE);
    }

    /** The outbox in another table, which may be named with its schema. */
    public Outbox(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "A table's name is made of letters, digits, _ and ., not \"" + table + "\"");
        }
        this.table = table;
    }

    String table() {
        return table;
    }

    /** The statement that makes the table, for the application's own migrations. */
    public String ddl() {
        return "CREATE TABLE IF NOT EXISTS " + table + " ("
                + "\n  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY," // the order of publishing
                + "\n  job VARCHAR(128)," // null: the processor names it after its idempotency key
                + "\n  spec TEXT NOT NULL,"
                + "\n  created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                + "\n  refused TEXT)"; // why it cannot be published; such rows wait for a person
    }

    /** Makes the table if there is none. */
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ddl());
        }
    }

    /**
     * Submits a job with this transaction. Neither begins nor ends it. An end cannot be awaited through an outbox.
     *
     * <p>A unique job that is published twice is decided by its rule: ignored or refused while the first one lives.
     *
     * @return its id; null if that follows from an idempotency key or unique arguments
     * @throws IllegalArgumentException if the job asks for something impossible; the sentence says what
     */
    public @Nullable JobId enqueue(Connection connection, NewJob job) throws SQLException {
        JobSpec spec = job.spec(Instant.now());
        boolean named = spec.idempotencyKey() == null && spec.unique() == null;
        JobId id = job.id() == null && named ? Ids.random() : job.id();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (job, spec) VALUES (?, ?)")) {
            insert.setString(1, id == null ? null : id.value());
            insert.setString(2, Wire.text(spec));
            insert.executeUpdate();
        }
        return id;
    }
}
