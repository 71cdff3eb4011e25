package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.tally.DeployFact;
import dev.penstock.ui.present.Reader;
import java.time.Duration;
import java.util.List;

/** Where on a chart new versions of workers were seen first: what changed then may be why the lines changed. */
public final class Marks {
    private Marks() {}

    /** On a chart of these statistics, in the order in which the versions came. */
    public static List<Figure.Mark> of(List<DeployFact> deploys, Statistics statistics, Reader reader) {
        return deploys.stream()
                .map(deploy -> new Figure.Mark(
                        x(deploy, statistics),
                        deploy.version(),
                        say(
                                "Version {1} of workers, first seen {2}",
                                deploy.version(), reader.moment(deploy.at()).full())))
                .toList();
    }

    /** A step is drawn at its middle. */
    private static double x(DeployFact deploy, Statistics statistics) {
        int last = Math.max(1, statistics.points().size() - 1);
        double steps = (double) Duration.between(statistics.from(), deploy.at()).toMillis()
                / statistics.step().toMillis();
        double x = LineChart.LEFT + Math.clamp(steps - 0.5, 0, last) * (LineChart.WIDTH - LineChart.LEFT) / last;
        return Math.round(x * 10) / 10.0;
    }
}
