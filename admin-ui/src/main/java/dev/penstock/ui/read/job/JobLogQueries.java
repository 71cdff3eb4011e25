package dev.penstock.ui.read.job;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.read.stored.StoredLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of one job, searched by text, level, time and attempt (S2.22). */
@ApplicationScoped
@Transactional
public class JobLogQueries {
    /** Lines shown at a time. */
    public static final int WINDOW = 500;

    /** Of lines that say a text, covered or not, so many are looked at for one window. */
    private static final int MOST_READ = 5_000;

    private final EntityManager database;

    private final Covers covers;

    @Inject
    public JobLogQueries(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /**
     * Lines of a job that somebody wants.
     *
     * @param text only lines that contain it; capitals do not matter
     * @param level this one and worse
     * @param round only of this round
     * @param attempt only of this attempt
     * @param from only lines written since
     * @param until only lines written before
     * @param before only lines before this place
     */
    public record Wanted(
            @Nullable String text,
            Level level,
            @Nullable Integer round,
            @Nullable Integer attempt,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Before before) {
        public static final Wanted ALL = new Wanted(null, Level.DEBUG, null, null, null, null, null);
    }

    /** A place in a job's log: round, attempt, lease, line. */
    public record Before(int round, int attempt, long lease, long line) {
        static Before of(LogFact line) {
            return new Before(line.round(), line.attempt(), line.lease(), line.line());
        }

        @Override
        public String toString() {
            return round + "." + attempt + "." + lease + "." + line;
        }

        /** Reads the written form; null if it is none. */
        public static @Nullable Before parse(String text) {
            if (!text.matches("\\d{1,9}\\.\\d{1,9}\\.\\d{1,18}\\.\\d{1,18}")) {
                return null;
            }
            String[] parts = text.split("\\.", -1);
            return new Before(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    /**
     * The last of the lines wanted, in the order in which the attempts wrote them.
     *
     * @param lines at most {@link #WINDOW}
     * @param earlier where the window before this one ends; null if there is none
     * @param dropped lines of the job that were never kept: its log is too long
     */
    public record Window(List<LogFact> lines, @Nullable Before earlier, long dropped) {}

    public Window of(JobId job, Wanted wanted) {
        Mask mask = covers.of(job.value());
        List<LogFact> shown = new ArrayList<>();
        Before before = wanted.before();
        // Whether there are more is asked of the lines as they are shown, as by LogQueries.
        for (int read = 0; read < MOST_READ; read += WINDOW) {
            List<LogFact> found = sql(job, wanted, before).entities(database, StoredLine.class).stream()
                    .map(line -> line.fact(mask))
                    .toList();
            found.stream().filter(line -> line.says(wanted.text())).forEach(shown::add);
            if (shown.size() > WINDOW || found.size() <= WINDOW) {
                break;
            }
            before = Before.of(found.getLast());
        }
        boolean more = shown.size() > WINDOW;
        List<LogFact> lines =
                List.copyOf(more ? shown.subList(0, WINDOW) : shown).reversed();
        return new Window(lines, more ? Before.of(lines.getFirst()) : null, dropped(job));
    }

    private long dropped(JobId job) {
        List<Object[]> sizes = new Sql(
                        "SELECT dropped, lines FROM log_size WHERE job = :job", Map.of("job", job.value()))
                .rows(database);
        return sizes.isEmpty() ? 0 : new Row(sizes.getFirst()).number();
    }

    private static Sql sql(JobId job, Wanted wanted, @Nullable Before before) {
        Binds binds = new Binds();
        StringBuilder text = new StringBuilder("SELECT * FROM log_line WHERE job = ").append(binds.bind(job.value()));
        List<String> levels = java.util.Arrays.stream(Level.values())
                .filter(level -> level.compareTo(wanted.level()) >= 0)
                .map(Level::name)
                .toList();
        text.append(" AND level IN (").append(binds.bind(levels)).append(")");
        and(text, binds, " AND round = ", wanted.round(), "");
        and(text, binds, " AND attempt = ", wanted.attempt(), "");
        and(text, binds, " AND at >= ", wanted.from(), "");
        and(text, binds, " AND at < ", wanted.until(), "");
        and(text, binds, " AND strpos(lower(message), lower(", wanted.text(), ")) > 0");
        if (before != null) {
            text.append(" AND (round, attempt, lease, line) < (").append(binds.bind(before.round()));
            and(text, binds, ", ", before.attempt(), "");
            and(text, binds, ", ", before.lease(), "");
            and(text, binds, ", ", before.line(), ")");
        }
        text.append(" ORDER BY round DESC, attempt DESC, lease DESC, line DESC LIMIT ")
                .append(WINDOW + 1);
        return new Sql(text.toString(), binds.values());
    }

    private static void and(StringBuilder text, Binds binds, String condition, @Nullable Object value, String end) {
        if (value != null) {
            text.append(condition).append(binds.bind(value)).append(end);
        }
    }
}
