package dev.penstock.stack.bench.spread;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.bench.worker.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How work is spread: over equal workers, over queues, over lanes, in time; and what one worker does with real work. */
public final class SpreadBench {
    private final Kafka kafka;
    private final Map<String, String> settings;
    private final DataFolder data;
    private final Consumer<String> say;
    private final List<Figure> figures = new ArrayList<>();

    public SpreadBench(Kafka kafka, Map<String, String> settings, DataFolder data, Consumer<String> say) {
        this.kafka = kafka;
        this.settings = settings;
        this.data = data;
        this.say = say;
    }

    /** Measures in a system that runs and has no workers. */
    public List<Figure> measure() throws InterruptedException {
        try (JobClient client = JobClient.at(kafka)) {
            Lab lab = new Lab(kafka, data, client, say);
            shares(new Shares(lab).measure());
            lanes(lab);
            real(new RealHandlers(lab, settings).measure());
        }
        return figures;
    }

    /** The same for a spike in one queue beside another. */
    public List<Figure> measureSpike() throws InterruptedException {
        try (JobClient client = JobClient.at(kafka)) {
            spike(new Spike(new Lab(kafka, data, client, say)).measure());
        }
        return figures;
    }

    private void shares(Shares.Result result) {
        add(
                "busiestOfFourBacklog",
                result.backlog(),
                "the busiest of four equal workers, of its share, with a backlog (S1.12)",
                times(result.backlog()));
        add("busiestOfFourEasy", result.easy(), "the same when half of their slots are enough", times(result.easy()));
    }

    private void lanes(Lab lab) throws InterruptedException {
        Lanes.Result one = new Lanes(lab).measure(1);
        add(
                "normalBeforeLastHigh",
                one.normalEarly(),
                "normal jobs that began before the last high one",
                percent(one.normalEarly()));
        add(
                "lowBeforeLastNormal",
                one.lowEarly(),
                "low jobs that began before the last normal one",
                percent(one.lowEarly()));
        order("1", "jobs of a lane that were overtaken by so many, one worker of 16 slots", one.order());
        order(
                "4",
                "the same, four workers of 4 slots",
                new Lanes(lab).measure(4).order());
    }

    private void order(String workers, String name, Displacement order) {
        add("overtakenMost" + workers, order.most(), name, order.toString());
    }

    private void spike(Spike.Result result) {
        String name = "waiting in a queue beside it";
        add(
                "besideSpikeP99BeforeMs",
                result.before().p99(),
                name + " before a spike of 50,000 (S1.28)",
                result.before().toString());
        add(
                "besideSpikeP99Ms",
                result.during().p99(),
                String.format(Locale.ROOT, "%s while the spike is worked off, in %.0f s", name, result.seconds()),
                result.during().toString());
    }

    private void real(RealHandlers.Result result) {
        String most = result.byType().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(6)
                .map(type -> type.getKey() + " " + type.getValue())
                .collect(Collectors.joining(", "));
        say.accept("  real handlers: " + result);
        add(
                "realJobsPerMinute",
                (double) result.completed(),
                "jobs that one worker with the demo's handlers completed in a minute (S3.10)",
                String.format(
                        Locale.ROOT,
                        "%,d of %d types (%s, ...); %,d more were waiting",
                        result.completed(),
                        result.byType().size(),
                        most,
                        result.waiting()));
    }

    private void add(String key, double value, String name, String text) {
        say.accept("  " + name + ": " + text);
        figures.add(new Figure(key, Math.round(value * 1000) / 1000.0, name, text));
    }

    private static String times(double share) {
        return String.format(Locale.ROOT, "%.2f times", share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
