package dev.penstock.ui.present.query;

import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.fact.query.QueryAnswer;
import dev.penstock.ui.fact.query.QueryAnswer.Column;
import dev.penstock.ui.fact.query.QueryAnswer.Kind;
import dev.penstock.ui.view.query.SqlView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An answer as a drawing: lines if its first column is a time, bars if it is a name, and the others are numbers. */
final class Drawing {
    private static final List<Hue> HUES = List.of(Hue.BLUE, Hue.ORANGE, Hue.GREEN, Hue.VIOLET, Hue.RED, Hue.TEAL);
    private static final int FULL = 1_000;
    private static final int MOST_BARS = 40;
    private static final int MOST_STEPS = 1_500;

    private final QueryAnswer answer;

    private Drawing(QueryAnswer answer) {
        this.answer = answer;
    }

    static SqlView.@Nullable Lines lines(QueryAnswer answer) {
        return fits(answer, Kind.TIME) ? new Drawing(answer).overTime() : null;
    }

    static SqlView.@Nullable Bars bars(QueryAnswer answer) {
        return fits(answer, Kind.TEXT) && answer.rows().size() <= MOST_BARS ? new Drawing(answer).besideNames() : null;
    }

    /** A drawing begins at 0, so nothing below it is drawn. */
    private static boolean fits(QueryAnswer answer, Kind first) {
        List<Column> columns = answer.columns();
        return answer.rows().size() > 1
                && columns.size() > 1
                && columns.size() - 1 <= HUES.size()
                && columns.getFirst().kind() == first
                && columns.stream().skip(1).allMatch(column -> column.kind() == Kind.NUMBER)
                && answer.rows().stream().allMatch(row -> row.getFirst() != null && (first != Kind.TIME || isTime(row)))
                && answer.rows().stream()
                        .flatMap(row -> row.stream().skip(1))
                        .allMatch(value ->
                                value == null || (value instanceof Number number && number.doubleValue() >= 0));
    }

    private record Row(Instant at, List<@Nullable Object> values) {}

    private SqlView.@Nullable Lines overTime() {
        List<Row> rows = answer.rows().stream()
                .map(row -> new Row(instant(String.valueOf(row.getFirst())), row))
                .sorted(Comparator.comparing(Row::at))
                .toList();
        Instant from = rows.getFirst().at();
        Instant until = rows.getLast().at();
        long step = step(rows);
        long steps = step == 0 ? 0 : Duration.between(from, until).toMillis() / step;
        if (steps == 0 || steps > MOST_STEPS) {
            return null;
        }
        LineChart chart = LineChart.of(IntStream.range(1, answer.columns().size())
                .mapToObj(i -> new LineChart.Series(
                        answer.columns().get(i).name(), HUES.get(i - 1), values(rows, i, from, step, (int) steps)))
                .toList());
        return new SqlView.Lines(
                chart.lines().stream()
                        .map(line -> new SqlView.Line(line.name(), line.hue(), line.path()))
                        .toList(),
                chart.ticks().stream()
                        .map(tick -> new SqlView.Tick(SqlViews.number(tick.value()), tick.y()))
                        .toList(),
                SqlViews.time(from.toString()),
                SqlViews.time(until.toString()));
    }

    /** The shortest time between two rows: where a row is missing the line breaks. */
    private static long step(List<Row> rows) {
        return IntStream.range(1, rows.size())
                .mapToLong(i ->
                        Duration.between(rows.get(i - 1).at(), rows.get(i).at()).toMillis())
                .filter(millis -> millis > 0)
                .min()
                .orElse(0);
    }

    private static List<@Nullable Double> values(List<Row> rows, int column, Instant from, long step, int steps) {
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            values.add(null);
        }
        for (Row row : rows) {
            Object value = row.values().get(column);
            int at = (int) (Duration.between(from, row.at()).toMillis() / step);
            values.set(Math.min(at, steps), value == null ? null : ((Number) value).doubleValue());
        }
        return values;
    }

    private static boolean isTime(List<@Nullable Object> row) {
        return String.valueOf(row.getFirst()).matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)?");
    }

    private static Instant instant(String text) {
        return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
    }

    private SqlView.Bars besideNames() {
        double high = answer.rows().stream()
                .flatMap(row -> row.stream().skip(1))
                .filter(Objects::nonNull)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .max()
                .orElse(0);
        List<SqlView.Legend> legend = IntStream.range(1, answer.columns().size())
                .mapToObj(i -> new SqlView.Legend(
                        answer.columns().get(i).name(), HUES.get(i - 1).word()))
                .toList();
        return new SqlView.Bars(
                legend,
                answer.rows().stream()
                        .map(row -> new SqlView.Bar(
                                String.valueOf(row.getFirst()),
                                IntStream.range(1, row.size())
                                        .mapToObj(i -> value(row.get(i), legend.get(i - 1), high))
                                        .toList()))
                        .toList());
    }

    private static SqlView.Value value(@Nullable Object value, SqlView.Legend of, double high) {
        double number = value == null ? 0 : ((Number) value).doubleValue();
        int width = high == 0 ? 0 : (int) Math.round(number / high * FULL);
        return new SqlView.Value(value == null ? "–" : SqlViews.number(number), of.name(), of.hue(), width);
    }
}
