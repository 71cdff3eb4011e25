package dev.penstock.processor.handlers.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes an imported table into the audience, row by row and all or nothing, and recalculates its accounts' segments. */
public final class RecalculateSegmentsHandler implements JobHandler<RecalculateSegments> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 500;
    private static final String THOSE_READ = "id IN (SELECT id FROM arriving)";
    private static final String ARRIVING = "CREATE TEMPORARY TABLE arriving (LIKE account) ON COMMIT DROP";
    private static final String TAKEN = "INSERT INTO account SELECT DISTINCT ON (id) * FROM arriving ON CONFLICT (id)"
            + " DO UPDATE SET country = excluded.country, plan = excluded.plan, seats = excluded.seats,"
            + " cents = excluded.cents, since = excluded.since";

    private final Path tables;
    private final Audience audience;

    public RecalculateSegmentsHandler(Path tables, Supplier<DataSource> database) {
        this.tables = tables;
        this.audience = new Audience(database);
    }

    /** What the job leaves behind. */
    public record Recalculated(int accounts, int entered, int left) {}

    @Override
    public Recalculated run(RecalculateSegments order, JobContext context) {
        Path table = Inside.of(tables, order.table() + ".ndjson");
        if (!Files.exists(table)) {
            throw new TransientFailure("There is no table " + order.table() + " yet: records.import comes first");
        }
        return audience.transaction(connection -> {
            int accounts = take(connection, table);
            Audience.Change change = new Audience.Change(0, 0);
            int done = 0;
            for (String segment : Segments.all().keySet()) {
                change = change.and(Audience.recompute(connection, segment, THOSE_READ));
                context.progress(++done, Segments.all().size(), segment);
            }
            return new Recalculated(accounts, change.entered(), change.left());
        });
    }

    private static int take(Connection connection, Path table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ARRIVING);
            read(connection, table);
            return statement.executeUpdate(TAKEN);
        }
    }

    private static void read(Connection connection, Path table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO arriving VALUES (?, ?, ?, ?, ?, ?)");
                BufferedReader rows = Files.newBufferedReader(table)) {
            int count = 0;
            for (@Nullable String row = rows.readLine(); row != null; row = rows.readLine()) {
                fill(insert, row, table);
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(table + " cannot be read", e);
        }
    }

    private static void fill(PreparedStatement insert, String row, Path table) throws SQLException, IOException {
        try {
            JsonNode account = JSON.readTree(row);
            insert.setString(1, account.required("id").asText());
            insert.setString(2, account.required("country").asText());
            insert.setString(3, account.required("plan").asText());
            insert.setInt(4, account.required("seats").asInt());
            insert.setLong(5, account.required("cents").asLong());
            insert.setDate(
                    6, Date.valueOf(LocalDate.parse(account.required("since").asText())));
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new PermanentFailure(
                    table.getFileName() + " holds a row that is no account: " + e.getMessage()
                            + ". Import the table again, then retry the job.",
                    e);
        }
    }
}
