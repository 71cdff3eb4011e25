package dev.penstock.projector.table;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.JobChange;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.Place;
import dev.penstock.projector.view.Trail;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code job}: looked up, upserted, deleted. */
public final class JobTable {
    static final String NAME = "job";

    private static final String COLUMNS = Column.names(JobColumns.ALL);
    // The empty string stands for "as it was": a large payload is not written again with each event.
    private static final Set<String> KEPT = Set.of("payload", "result", "checkpoint");
    private static final String UPSERT = "INSERT INTO job (" + COLUMNS + ") SELECT " + COLUMNS + " FROM job_batch"
            + " ON CONFLICT (id) DO UPDATE SET "
            + JobColumns.ALL.stream()
                    .map(Column::name)
                    .map(name -> KEPT.contains(name)
                            ? name + " = CASE WHEN excluded." + name + " = '' THEN job." + name + " ELSE excluded."
                                    + name + " END"
                            : name + " = excluded." + name)
                    .collect(Collectors.joining(", "));
    private static final String SELECT = "SELECT state, payload, result, checkpoint, reason, worker, delivery_topic,"
            + " delivery_partition, delivery_offset, delivery_count, progress_offset, log_partition, log_offset"
            + " FROM job WHERE id = ANY (?)";
    private static final String DELETE = "DELETE FROM job WHERE id = ANY (?)";

    private JobTable() {}

    /** How many columns are filled: all there are, a test says. */
    public static int columns() {
        return JobColumns.ALL.size();
    }

    /** The table as it should be. */
    public static Column.Told<JobView> told() {
        return new Column.Told<>(NAME, JobColumns.ALL, view -> new JobColumns.Row(null, view));
    }

    public static Map<JobId, JobView> select(Session session, Collection<JobId> ids) throws SQLException {
        PreparedStatement select = session.prepared(SELECT);
        select.setArray(1, session.texts(ids));
        Map<JobId, JobView> found = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                JobView view = view(row);
                found.put(view.job().id(), view);
            }
        }
        return found;
    }

    private static JobView view(ResultSet row) throws SQLException {
        Job job = StateText.job(
                row.getString("state"),
                new Json(row.getString("payload")),
                json(row.getString("result")),
                json(row.getString("checkpoint")));
        String topic = row.getString("delivery_topic");
        Delivery delivery = topic == null
                ? null
                : new Delivery(
                        topic,
                        row.getInt("delivery_partition"),
                        row.getLong("delivery_offset"),
                        row.getInt("delivery_count"));
        return new JobView(
                job,
                new Trail(row.getString("reason"), row.getString("worker"), delivery, row.getLong("progress_offset")),
                new Place(row.getInt("log_partition"), row.getLong("log_offset")));
    }

    /** Writes the jobs; one that was not there before goes straight into the table. */
    public static int upsert(Session session, Collection<JobChange> changes) throws SQLException {
        List<JobColumns.Row> created = new ArrayList<>();
        List<JobColumns.Row> changed = new ArrayList<>();
        for (JobChange change : changes) {
            if (change.after() != null) {
                (change.before() == null ? created : changed).add(new JobColumns.Row(change.before(), change.after()));
            }
        }
        session.copy(NAME, JobColumns.ALL, created);
        if (!changed.isEmpty()) {
            session.copy("job_batch", JobColumns.ALL, changed);
            session.prepared(UPSERT).executeUpdate();
        }
        return created.size() + changed.size();
    }

    public static void delete(Session session, Collection<JobId> ids) throws SQLException {
        PreparedStatement delete = session.prepared(DELETE);
        delete.setArray(1, session.texts(ids));
        delete.executeUpdate();
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : new Json(text);
    }
}
