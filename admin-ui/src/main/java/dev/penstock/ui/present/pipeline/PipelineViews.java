package dev.penstock.ui.present.pipeline;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.pipeline.ClusterFact;
import dev.penstock.ui.fact.pipeline.PipelineFact;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.tongue.Numbers;
import dev.penstock.ui.view.pipeline.PipelineView.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pipeline in words: a table for each part of it. */
public final class PipelineViews {
    private static final String NONE = "–";

    private PipelineViews() {}

    /** "Time from event to this page: p50 0.2 s, p99 0.9 s". */
    public static String seen(int samples, @Nullable Duration p50, @Nullable Duration p99) {
        return p50 == null || p99 == null
                ? say("No batch of events has been heard of since this program started.")
                : say(
                        "Time from event to this page: p50 {1}, p99 {2}, of the last {3} that were looked at.",
                        Spans.exact(p50), Spans.exact(p99), counted(samples, "{1} batch", "{1} batches"));
    }

    public static List<Table> tables(ClusterFact cluster, PipelineFact read, Reader reader) {
        List<Table> tables = new ArrayList<>();
        tables.add(partitions(read, reader));
        if (cluster.problem() == null) {
            tables.add(topics(cluster));
            tables.add(groups(cluster));
        }
        tables.add(new Table(
                "builds",
                say("Builds"),
                say("programs that have beaten in the last minute"),
                List.of(say("Program"), say("Version"), say("Processes")),
                read.builds().stream()
                        .map(build -> List.of(build.program(), build.version(), Counts.of(build.processes())))
                        .toList()));
        tables.add(new Table(
                "tables",
                say("Tables of the read model"),
                say("the largest, with their indexes; rows are PostgreSQL's estimate"),
                List.of(say("Table"), say("Rows"), say("Size")),
                read.tables().stream()
                        .map(table -> List.of(table.name(), Counts.of(table.rows()), Counts.bytes(table.bytes())))
                        .toList()));
        return tables;
    }

    private static Table partitions(PipelineFact read, Reader reader) {
        return new Table(
                "projector",
                say("Projector"),
                say("how far each partition of the events is folded into the tables"),
                List.of(
                        say("Partition"),
                        say("Next offset"),
                        say("Records behind"),
                        say("Time behind"),
                        say("Last event")),
                read.partitions().stream()
                        .map(one -> List.of(
                                String.valueOf(one.partition()),
                                Counts.of(one.next()),
                                Counts.of(one.behindRecords()),
                                Spans.exact(Duration.ofMillis(one.behindMillis())),
                                one.lastAt() == null
                                        ? NONE
                                        : reader.moment(one.lastAt()).text()))
                        .toList());
    }

    private static Table topics(ClusterFact cluster) {
        return new Table(
                "topics",
                say("Topics"),
                say(
                        "records between first and last offset, markers of transactions among them; the rate since somebody looked last"),
                List.of(say("Topic"), say("Partitions"), say("Records"), say("Size"), say("Rate")),
                cluster.topics().stream()
                        .map(topic -> List.of(
                                topic.name(),
                                Counts.of(topic.partitions()),
                                Counts.of(topic.records()),
                                Counts.bytes(topic.bytes()),
                                topic.perSecond() == null ? NONE : Numbers.decimal("%.1f/s", topic.perSecond())))
                        .toList());
    }

    private static Table groups(ClusterFact cluster) {
        return new Table(
                "groups",
                say("Groups"),
                say("who reads; the rebalances so far are Kafka's epoch of the group"),
                List.of(say("Group"), say("Type"), say("State"), say("Members"), say("Rebalances"), say("Lag")),
                cluster.groups().stream()
                        .map(group -> List.of(
                                group.id(),
                                group.type(),
                                group.state(),
                                Counts.of(group.members()),
                                group.rebalances() == null ? NONE : Counts.of(group.rebalances()),
                                group.lag() == null ? NONE : Counts.of(group.lag())))
                        .toList());
    }
}
