package dev.penstock.ui.present.flow;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.present.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of a chart as places to point at: each says its numbers, and leads to the jobs that were created in it. */
final class Zones {
    private Zones() {}

    static List<Figure.Zone> of(Statistics statistics, List<Figure.Row> rows, List<String> names, String rest) {
        double width = (double) (LineChart.WIDTH - LineChart.LEFT) / Math.max(1, rows.size() - 1);
        List<Figure.Zone> zones = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double begin = Math.max(LineChart.LEFT, LineChart.LEFT + (i - 0.5) * width);
            double end = Math.min(LineChart.WIDTH, LineChart.LEFT + (i + 0.5) * width);
            Instant from = statistics.points().get(i).at();
            // The end of the filter's ".." belongs to the stretch: a whole second.
            Instant until = from.plus(statistics.step()).minus(Duration.ofSeconds(1));
            String filter = (rest + " created:" + from + ".." + until).strip();
            zones.add(new Figure.Zone(
                    tenth(begin),
                    tenth(end - begin),
                    "/jobs?q=" + Links.encoded(filter),
                    from.toString(),
                    until.toString(),
                    text(rows.get(i), names)));
        }
        return zones;
    }

    private static String text(Figure.Row row, List<String> names) {
        StringBuilder text = new StringBuilder(row.at());
        for (int i = 0; i < names.size(); i++) {
            text.append('\n')
                    .append(names.get(i))
                    .append(' ')
                    .append(row.values().get(i));
        }
        return text.toString();
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
