package dev.penstock.ui.present.query;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.query.QueryAnswer;
import dev.penstock.ui.fact.query.QueryAnswer.Column;
import dev.penstock.ui.fact.query.QueryAnswer.Kind;
import dev.penstock.ui.fact.query.QueryTable;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.tongue.Numbers;
import dev.penstock.ui.view.query.SqlView;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers to questions in SQL, in words, tables and drawings. */
public final class SqlViews {
    /** Columns that hold a job's id, in our tables and as people call them. */
    private static final Set<String> JOBS = Set.of("id", "job", "key", "root", "parent");

    private SqlViews() {}

    /** The page's address with a query in its form; nothing is asked yet. */
    public static String address(String sql) {
        return "/sql?q=" + Links.encoded(sql);
    }

    /** The address of a saved query: of a long one the text fits into no address. */
    public static String address(long saved) {
        return "/sql?saved=" + saved;
    }

    /** Queries to begin with. */
    public static List<SqlView.Query> examples() {
        return Examples.all();
    }

    public static List<SqlView.Table> tables(List<QueryTable> tables) {
        return tables.stream()
                .map(table -> new SqlView.Table(
                        table.name(),
                        counted(table.columns().size(), "{1} column", "{1} columns"),
                        table.columns().stream()
                                .map(column -> new SqlView.Column(
                                        column.name(), column.type().toLowerCase(Locale.ROOT)))
                                .toList()))
                .toList();
    }

    /**
     * What is wrong with a query.
     *
     * @param position its first wrong character, from 0; null: nobody knows
     */
    public static SqlView.Problem problem(String sentence, String sql, @Nullable Integer position) {
        if (position == null) {
            return new SqlView.Problem(sentence, "", "", null);
        }
        int at = Math.clamp(position, 0, sql.length());
        int begin = sql.lastIndexOf('\n', at - 1) + 1;
        int end = sql.indexOf('\n', at);
        String line = sql.substring(begin, end < 0 ? sql.length() : end);
        long number = sql.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
        return new SqlView.Problem(
                sentence,
                say("Line {1}, character {2}", number, at - begin + 1),
                line.stripTrailing() + "\n" + " ".repeat(at - begin) + "^",
                null);
    }

    public static SqlView.Answer answer(QueryAnswer answer) {
        String rows = counted(answer.rows().size(), "{1} row", "{1} rows");
        return new SqlView.Answer(
                say("{1} in {2}", rows, Spans.exact(Duration.ofMillis(answer.ms()))),
                answer.asOf(),
                answer.cut()
                        ? say(
                                "There are more rows; these are the first {1}.",
                                Counts.of(answer.rows().size()))
                        : "",
                answer.columns().stream()
                        .map(column -> new SqlView.Head(
                                column.name(), column.type().toLowerCase(Locale.ROOT), column.kind() == Kind.NUMBER))
                        .toList(),
                answer.rows().stream().map(row -> cells(answer.columns(), row)).toList(),
                Drawing.lines(answer),
                Drawing.bars(answer));
    }

    private static List<SqlView.Cell> cells(List<Column> columns, List<@Nullable Object> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> cell(columns.get(i), row.get(i)))
                .toList();
    }

    private static SqlView.Cell cell(Column column, @Nullable Object value) {
        boolean number = column.kind() == Kind.NUMBER;
        if (value == null) {
            return new SqlView.Cell("null", "", number, true);
        }
        String text = value instanceof Double real ? plain(real) : String.valueOf(value);
        boolean job = JOBS.contains(column.name()) && JobId.isValid(text) && text.contains(".");
        return new SqlView.Cell(
                column.kind() == Kind.TIME ? time(text) : text,
                job ? "/jobs/" + Links.encoded(text) : "",
                number,
                false);
    }

    /** Without powers of ten, which nobody reads. */
    private static String plain(double real) {
        return Double.isFinite(real) ? new BigDecimal(String.valueOf(real)).toPlainString() : String.valueOf(real);
    }

    /** {@code 2026-03-01T14:00:00Z}: "2026-03-01 14:00:00". */
    static String time(String iso) {
        return iso.replaceFirst("T(.*?)Z$", " $1");
    }

    static String number(double value) {
        return value == Math.rint(value) ? Counts.of((long) value) : Numbers.decimal("%.2f", value);
    }
}
