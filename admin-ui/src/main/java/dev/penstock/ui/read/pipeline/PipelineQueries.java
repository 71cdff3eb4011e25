package dev.penstock.ui.read.pipeline;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.pipeline.LetterFact;
import dev.penstock.ui.fact.pipeline.PipelineFact;
import dev.penstock.ui.fact.pipeline.PipelineFact.BuildFact;
import dev.penstock.ui.fact.pipeline.PipelineFact.PartitionFact;
import dev.penstock.ui.fact.pipeline.PipelineFact.TableFact;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from the log to the pages, as the read model knows it; and what fell out of it. */
@ApplicationScoped
@Transactional
public class PipelineQueries {
    /** Dead letters on a page. */
    public static final int LETTERS = 20;

    private static final String LETTER = "SELECT log_partition, log_offset, kind, reason, job, type, queue, errors,"
            + " source_topic, coalesce(source_partition, 0), coalesce(source_offset, 0), input, at FROM dead_letter";

    private final EntityManager database;

    private final Covers covers;

    @Inject
    public PipelineQueries(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    public PipelineFact now() {
        List<PartitionFact> partitions = new Sql(
                        "SELECT log_partition, next, behind_records, behind_ms, last_at FROM freshness"
                                + " WHERE topic LIKE '%events' ORDER BY log_partition",
                        Map.of())
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> new PartitionFact(
                                (int) row.number(), row.number(), row.number(), row.number(), row.moment()))
                        .toList();
        List<BuildFact> builds = new Sql(
                        "SELECT program, version, count(*) FROM ("
                                + "SELECT 'worker' AS program, version FROM worker WHERE state <> 'STOPPED'"
                                + " AND beat_at > now() - interval '1 minute' UNION ALL"
                                + " SELECT 'processor', version FROM processor WHERE beat_at > now() - interval '1 minute'"
                                + ") AS live GROUP BY 1, 2 ORDER BY 1, 2",
                        Map.of())
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> new BuildFact(row.text(), row.text(), row.number()))
                        .toList();
        List<TableFact> tables = new Sql(
                        "SELECT c.relname, greatest(c.reltuples, 0), pg_total_relation_size(c.oid) FROM pg_class c"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'penstock_read'"
                                + " AND c.relkind = 'r' ORDER BY 3 DESC LIMIT 8",
                        Map.of())
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> new TableFact(row.text(), row.number(), row.number()))
                        .toList();
        return new PipelineFact(partitions, builds, tables);
    }

    /** The newest dead letters, or those older than a letter; one more than a page says that there are more. */
    public List<LetterFact> letters(@Nullable LetterFact after) {
        Sql from = new Sql(LETTER, Map.of());
        Sql page = after == null
                ? from
                : from.and(" WHERE (at, log_partition, log_offset) < (:at", "at", after.at())
                        .and(", :partition", "partition", after.partition())
                        .and(", :offset)", "offset", after.offset());
        return page
                .and(" ORDER BY at DESC, log_partition DESC, log_offset DESC LIMIT " + (LETTERS + 1))
                .<Object[]>rows(database)
                .stream()
                .map(columns -> covered(letter(new Row(columns))))
                .toList();
    }

    public Optional<LetterFact> letter(int partition, long offset) {
        return raw(partition, offset).map(this::covered);
    }

    /**
     * What is meant by a text that was made of the input of that letter as it was shown: what was left covered is as it was.
     *
     * @throws IllegalArgumentException with a sentence, if a covered value was moved
     */
    public String restored(LetterFact letter, String typed) {
        String input =
                raw(letter.partition(), letter.offset()).map(LetterFact::input).orElse(null);
        return input == null ? typed : Inputs.restored(typed, input, covers.of(letter.job(), letter.type()));
    }

    private Optional<LetterFact> raw(int partition, long offset) {
        return new Sql(
                        LETTER + " WHERE log_partition = :partition AND log_offset = :offset",
                        Map.of("partition", partition, "offset", offset))
                .<Object[]>rows(database).stream().findFirst().map(columns -> letter(new Row(columns)));
    }

    private LetterFact covered(LetterFact letter) {
        Mask mask = covers.of(letter.job(), letter.type());
        return new LetterFact(
                letter.partition(),
                letter.offset(),
                letter.kind(),
                mask.text(letter.reason()),
                letter.job(),
                letter.type(),
                letter.queue(),
                mask.message(letter.errors()),
                letter.source(),
                letter.input() == null ? null : Inputs.covered(letter.input(), mask),
                letter.at());
    }

    private static LetterFact letter(Row row) {
        int partition = (int) row.number();
        long offset = row.number();
        String kind = row.text();
        String reason = row.text();
        String job = row.textOrNull();
        String type = row.textOrNull();
        String queue = row.textOrNull();
        Json errors = new Json(row.text());
        String topic = row.textOrNull();
        int sourcePartition = (int) row.number();
        long sourceOffset = row.number();
        LetterFact.Source source = topic == null ? null : new LetterFact.Source(topic, sourcePartition, sourceOffset);
        return new LetterFact(
                partition,
                offset,
                kind,
                reason,
                job,
                type,
                queue,
                errors,
                source,
                row.textOrNull(),
                Objects.requireNonNull(row.moment()));
    }
}
