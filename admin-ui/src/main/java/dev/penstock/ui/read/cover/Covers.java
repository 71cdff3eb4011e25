package dev.penstock.ui.read.cover;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.mask.Masking;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is covered of each job: the rules of its type, and wherever a text names them the very values that they cover in its payload,
 * result, checkpoint and metadata.
 */
@ApplicationScoped
@Transactional
public class Covers {
    private static final String CONTENTS =
            "SELECT id, type, payload, result, checkpoint, CAST(metadata AS text) FROM job";

    private final EntityManager database;
    private final Masking masking;

    @Inject
    public Covers(EntityManager database, Masking masking) {
        this.database = database;
        this.masking = masking;
    }

    /** Masks of some jobs; of one that is not known, the rules for all types. */
    public record Known(Map<String, Mask> byJob, Mask other) {
        public Mask of(@Nullable String job) {
            return job == null ? other : byJob.getOrDefault(job, other);
        }
    }

    /** For these jobs; reads their contents, so ask only for those that have something to cover. */
    public Known of(Collection<String> jobs) {
        Map<String, Mask> byJob = new HashMap<>();
        List<String> ids = jobs.stream().filter(Objects::nonNull).distinct().toList();
        if (!ids.isEmpty()) {
            new Sql(CONTENTS + " WHERE id IN (:ids)", Map.of("ids", ids))
                    .<Object[]>rows(database)
                    .forEach(columns -> {
                        Row row = new Row(columns);
                        String id = row.text();
                        byJob.put(id, mask(row));
                    });
        }
        return new Known(byJob, masking.of(null));
    }

    /** For one job. */
    public Mask of(String job) {
        return of(List.of(job)).of(job);
    }

    /** Finds, in PostgreSQL with {@code ~*}, every text in which something may be covered: {@link Masking#suspicion}. */
    public String suspicion() {
        return masking.suspicion();
    }

    /** For messages that name their types themselves, such as settings and submissions. */
    public Mask ofMessages() {
        return masking.of(null);
    }

    /** For a job that may be gone, whose type is known; null: it is not. */
    public Mask of(@Nullable String job, @Nullable String type) {
        Known known = of(job == null ? List.of() : List.of(job));
        return job == null || !known.byJob().containsKey(job) ? masking.of(type) : known.of(job);
    }

    /** For contents that are known already. */
    public Mask of(String type, Collection<Json> contents) {
        return masking.of(type).knowing(contents);
    }

    private Mask mask(Row row) {
        String type = row.text();
        Stream<Optional<String>> texts = Stream.of(
                Optional.of(row.text()),
                Optional.ofNullable(row.textOrNull()),
                Optional.ofNullable(row.textOrNull()),
                Optional.of(row.text()));
        return of(type, texts.flatMap(Optional::stream).map(Json::new).toList());
    }
}
