package dev.penstock.ui.read;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.read.stored.StoredLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Log lines: of one job, and the warnings and errors of everybody (S0.24). */
@ApplicationScoped
@Transactional
public class LogQueries {
    /** Of lines that say a text, covered or not, so many are looked at for one page. */
    private static final int MOST_READ = 5_000;

    private final EntityManager database;

    private final Covers covers;

    @Inject
    public LogQueries(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /**
     * Lines that somebody wants, newest first.
     *
     * @param levels which; at least one
     * @param job only lines of this job
     * @param source only lines of this worker or process; a worker's name without its random end means all its starts
     * @param text only lines that contain it
     * @param after only lines older than this place
     * @param size how many
     */
    public record Wanted(
            List<Level> levels,
            @Nullable String job,
            @Nullable String source,
            @Nullable String text,
            LogFact.@Nullable Place after,
            int size) {
        public static Wanted loud(int size) {
            return new Wanted(List.of(Level.WARN, Level.ERROR), null, null, null, null, size);
        }
    }

    /** Some lines; {@code cut}: there are more. */
    public record Lines(List<LogFact> lines, boolean cut) {}

    /** The last lines of a job, in the order in which its attempts wrote them. */
    Lines ofJob(String job, Mask mask) {
        List<StoredLine> last = StoredLine.find(
                        "job = ?1 order by round desc, attempt desc, lease desc, line desc", job)
                .page(0, JobDetail.MAX_LINES + 1)
                .list();
        List<LogFact> lines = new ArrayList<>(last.stream()
                .limit(JobDetail.MAX_LINES)
                .map(line -> line.fact(mask))
                .toList());
        Collections.reverse(lines);
        return new Lines(lines, last.size() > JobDetail.MAX_LINES);
    }

    /** Lines of all processes and jobs, newest first. */
    public Lines all(Wanted wanted) {
        List<LogFact> shown = new ArrayList<>();
        LogFact.Place after = wanted.after();
        // Whether there are more is asked of the lines as they are shown: a page that ends early would tell what is
        // covered.
        for (int read = 0; read < MOST_READ; ) {
            List<LogFact> found = facts(sql(wanted, after).entities(database, StoredLine.class));
            found.stream().filter(line -> line.says(wanted.text())).forEach(shown::add);
            if (shown.size() > wanted.size() || found.size() <= wanted.size()) {
                break;
            }
            read += found.size();
            after = found.getLast().at();
        }
        boolean cut = shown.size() > wanted.size();
        return new Lines(cut ? List.copyOf(shown.subList(0, wanted.size())) : shown, cut);
    }

    private List<LogFact> facts(List<StoredLine> lines) {
        Covers.Known masks = covers.of(
                lines.stream().flatMap(line -> Stream.ofNullable(line.job())).toList());
        return lines.stream().map(line -> line.fact(masks.of(line.job()))).toList();
    }

    /** Names of those who wrote a warning or an error lately, for a choice. */
    public List<String> sources() {
        return new Sql(
                        "SELECT DISTINCT source FROM (SELECT source FROM log_line WHERE level IN ('WARN', 'ERROR')"
                                + " ORDER BY appended_at DESC LIMIT 1000) AS lately ORDER BY source",
                        Map.of())
                .rows(database);
    }

    static Sql sql(Wanted wanted, LogFact.@Nullable Place after) {
        Binds binds = new Binds();
        StringBuilder text = new StringBuilder("SELECT * FROM log_line WHERE ");
        boolean loud =
                !wanted.levels().contains(Level.DEBUG) && !wanted.levels().contains(Level.INFO);
        // Written out, not bound: the index on loud lines is chosen by these very words.
        text.append(loud ? "level IN ('WARN', 'ERROR')" : "true");
        text.append(" AND level IN (")
                .append(binds.bind(wanted.levels().stream().map(Level::name).toList()))
                .append(")");
        if (wanted.job() != null) {
            text.append(" AND job = ").append(binds.bind(wanted.job()));
        }
        if (wanted.source() != null) {
            text.append(" AND starts_with(source, ")
                    .append(binds.bind(wanted.source()))
                    .append(")");
        }
        if (wanted.text() != null && !wanted.text().isEmpty()) {
            text.append(" AND strpos(lower(message), lower(")
                    .append(binds.bind(wanted.text()))
                    .append(")) > 0");
        }
        if (after != null) {
            text.append(" AND (appended_at, log_partition, log_offset) < (")
                    .append(binds.bind(after.appendedAt()))
                    .append(", ")
                    .append(binds.bind(after.partition()))
                    .append(", ")
                    .append(binds.bind(after.offset()))
                    .append(")");
        }
        text.append(" ORDER BY appended_at DESC, log_partition DESC, log_offset DESC LIMIT ")
                .append(wanted.size() + 1);
        return new Sql(text.toString(), binds.values());
    }
}
