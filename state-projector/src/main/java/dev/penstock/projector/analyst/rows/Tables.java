package dev.penstock.projector.analyst.rows;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.analyst.rows.RowVerdict.Difference;
import dev.penstock.projector.table.AttemptTable;
import dev.penstock.projector.table.Column;
import dev.penstock.projector.table.HistoryTable;
import dev.penstock.projector.table.JobTable;
import dev.penstock.projector.view.JobView;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the tables of a snapshot with the rows that should be there, which are used up by it. Not thread-safe. */
final class Tables {
    private static final int KEPT = 100;
    private static final int LONGEST = 80;

    private final Snapshot snapshot;
    private final Expected expected;
    private final Scope scope;
    private final List<Difference> first = new ArrayList<>();

    Tables(Snapshot snapshot, Expected expected, Scope scope) {
        this.snapshot = snapshot;
        this.expected = expected;
        this.scope = scope;
    }

    List<RowVerdict.Table> compare() throws SQLException {
        expected.settle();
        List<RowVerdict.Table> found = new ArrayList<>();
        found.add(jobs(JobTable.told()));
        found.add(marked(AttemptTable.told(), "job", "lease", "lease ", expected.attempts()));
        found.add(marked(HistoryTable.told(), "key", "log_offset", "offset ", expected.history()));
        for (Sheet sheet : new Sheets(expected.figures(), scope, Instant.now()).all()) {
            found.add(figures(sheet));
        }
        return List.copyOf(found);
    }

    /** The first rows that differ, of any table. */
    List<Difference> first() {
        return first;
    }

    private RowVerdict.Table jobs(Column.Told<JobView> table) throws SQLException {
        Count count = new Count();
        int key = table.names().indexOf("id");
        snapshot.rows(table.table(), table.names(), row -> {
            String id = Objects.requireNonNull(row.get(key));
            if (scope.has(id)) {
                JobView view = JobId.isValid(id) ? expected.jobs().remove(new JobId(id)) : null;
                count.row(
                        table.table() + " " + id,
                        view == null ? null : differences(table.names(), Written.row(table, table.row(view)), row));
            }
        });
        expected.jobs().keySet().stream()
                .map(JobId::value)
                .filter(scope::has)
                .forEach(id -> count.missing(table.table() + " " + id));
        return count.verdict(table.table());
    }

    private RowVerdict.Table marked(
            Column.Told<?> table, String key, String number, String word, Map<String, Marks> rows) throws SQLException {
        Count count = new Count();
        int keyAt = table.names().indexOf(key);
        int numberAt = table.names().indexOf(number);
        snapshot.rows(table.table(), table.names(), row -> {
            String owner = Objects.requireNonNull(row.get(keyAt));
            if (scope.has(owner)) {
                Marks marks = rows.get(owner);
                int[] hashes = marks == null ? null : marks.take(Long.parseLong(row.get(numberAt)));
                count.row(
                        table.table() + " " + owner + ", " + word + row.get(numberAt),
                        hashes == null ? null : differences(table.names(), hashes, row));
            }
        });
        rows.forEach((owner, marks) -> {
            if (scope.has(owner)) {
                for (long left : marks.left()) {
                    count.missing(table.table() + " " + owner + ", " + word + left);
                }
            }
        });
        return count.verdict(table.table());
    }

    private RowVerdict.Table figures(Sheet sheet) throws SQLException {
        Count count = new Count();
        snapshot.rows(sheet.table(), sheet.columns(), row -> {
            if (sheet.has(row)) {
                List<@Nullable String> log = sheet.take(row);
                count.row(sheet.title(row), log == null ? null : differences(sheet.figures(), log, sheet.figures(row)));
            }
        });
        sheet.left().forEach(key -> count.missing(sheet.table() + " " + String.join(" ", key)));
        return count.verdict(sheet.table());
    }

    private static List<String> differences(
            List<String> names, List<@Nullable String> log, List<@Nullable String> row) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!Objects.equals(log.get(i), row.get(i))) {
                found.add(
                        names.get(i) + ": the log says " + said(log.get(i)) + ", PostgreSQL says " + said(row.get(i)));
            }
        }
        return found;
    }

    private static List<String> differences(List<String> names, int[] hashes, List<@Nullable String> row) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (hashes[i] != Marks.hash(row.get(i))) {
                found.add(names.get(i) + ": PostgreSQL says " + said(row.get(i))
                        + ", which does not follow from the log");
            }
        }
        return found;
    }

    private static String said(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return '"' + (value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…") + '"';
    }

    /** What one table came to. */
    private final class Count {
        private long rows;
        private long differing;
        private long missing;
        private long extra;

        void row(String name, @Nullable List<String> differences) {
            rows++;
            if (differences == null) {
                extra++;
                keep(name, List.of("PostgreSQL has this row, which does not follow from the log"));
            } else if (!differences.isEmpty()) {
                differing++;
                keep(name, differences);
            }
        }

        void missing(String name) {
            missing++;
            keep(name, List.of("the row is missing in PostgreSQL"));
        }

        RowVerdict.Table verdict(String name) {
            return new RowVerdict.Table(name, rows, rows - differing - extra, differing, missing, extra);
        }

        private void keep(String name, List<String> what) {
            if (first.size() < KEPT) {
                first.add(new Difference(name, what));
            }
        }
    }
}
