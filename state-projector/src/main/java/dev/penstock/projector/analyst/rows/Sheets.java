package dev.penstock.projector.analyst.rows;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.project.Fingerprint;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.project.Spread;
import dev.penstock.projector.table.StatisticTable;
import dev.penstock.projector.view.FailureCount.Seen;
import dev.penstock.projector.view.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of {@link Figures}, as they should be. How their columns are filled is said here anew, not taken from the projector. */
final class Sheets {
    /** So much of what the projector removes by its age is compared: it removes it after 400 days. */
    private static final Duration KEPT = Duration.ofDays(399);

    private static final List<String> SKETCHED = List.of("_count", "_sum_ms", "_min_ms", "_max_ms", "_sketch");

    private final Figures figures;
    private final Scope scope;
    private final String oldest;

    /** @param now the age of rows is told by it */
    Sheets(Figures figures, Scope scope, Instant now) {
        this.figures = figures;
        this.scope = scope;
        this.oldest = Written.time(now.minus(KEPT));
    }

    /** Of a part of the log only what people have set and said: figures are those of all jobs. */
    List<Sheet> all() {
        return scope.isEverything()
                ? List.of(counts(), statistics(), tallies(), groups(), hours(), verdicts(), settings())
                : List.of(verdicts(), settings());
    }

    private Sheet counts() {
        Sheet sheet = new Sheet(
                "job_count",
                List.of("queue", "type", "status", "priority", "child", "system", "log_partition"),
                List.of("jobs", "errors", "needs_review"),
                key -> true);
        figures.counts().forEach((of, count) -> {
            var key = of.key();
            sheet.put(
                    key.queue(),
                    key.type(),
                    key.status().name(),
                    key.priority().name(),
                    key.child(),
                    key.system(),
                    of.partition(),
                    count.jobs(),
                    count.errors(),
                    count.needsReview());
        });
        return sheet;
    }

    private Sheet statistics() {
        List<String> names = new ArrayList<>();
        Stream.of(Minute.Count.values()).forEach(count -> names.add(lower(count)));
        Stream.of(Minute.Measure.values()).forEach(m -> SKETCHED.forEach(part -> names.add(lower(m) + part)));
        StatisticTable.NET.forEach(status -> names.add("net_" + lower(status)));
        Sheet sheet =
                new Sheet("statistic", List.of("minute", "queue", "type", "log_partition"), names, this::isRecent);
        figures.minutes().forEach((of, minute) -> {
            List<@Nullable Object> row = new ArrayList<>(
                    List.of(of.key().minute(), of.key().queue(), of.key().type(), of.partition()));
            Stream.of(Minute.Count.values()).forEach(count -> row.add(minute.count(count)));
            Stream.of(Minute.Measure.values()).forEach(measure -> add(row, minute.measure(measure)));
            StatisticTable.NET.forEach(status -> row.add(minute.net(status)));
            sheet.put(row.toArray());
        });
        return sheet;
    }

    private static void add(List<@Nullable Object> row, Spread spread) {
        row.add(spread.count());
        row.add(spread.sum());
        row.add(spread.min());
        row.add(spread.max());
        row.add(Written.sketch(spread.sketch()));
    }

    private Sheet tallies() {
        Sheet sheet = new Sheet(
                "tally",
                List.of("hour", "kind", "name", "log_partition"),
                List.of("begun", "completed", "failed", "took_ms"),
                this::isRecent);
        figures.tallies()
                .forEach((of, tally) -> sheet.put(
                        of.key().from(),
                        of.key().kind().name(),
                        of.key().name(),
                        of.partition(),
                        tally.begun(),
                        tally.completed(),
                        tally.failed(),
                        tally.millis()));
        return sheet;
    }

    private Sheet groups() {
        Sheet sheet = new Sheet(
                "failure_group",
                List.of("fingerprint", "log_partition"),
                List.of(
                        "error_class",
                        "shape",
                        "attempts",
                        "transients",
                        "jobs",
                        "first_at",
                        "first_job",
                        "message",
                        "stack",
                        "last_at",
                        "last_job"),
                key -> true);
        figures.failures().forEach((of, count) -> {
            Seen first = count.first();
            Seen last = count.last();
            if (first != null && last != null) {
                sheet.put(
                        of.key(),
                        of.partition(),
                        first.failure().error(),
                        Fingerprint.shape(first.failure().message()),
                        count.attempts(),
                        count.transients(),
                        count.jobs(),
                        first.at(),
                        first.job(),
                        first.failure().message(),
                        first.failure().stack(),
                        last.at(),
                        last.job());
            }
        });
        return sheet;
    }

    private Sheet hours() {
        Sheet sheet = new Sheet(
                "failure_hour",
                List.of("hour", "fingerprint", "type", "queue", "worker", "log_partition"),
                List.of("attempts"),
                this::isRecent);
        figures.failureHours()
                .forEach((of, attempts) -> sheet.put(
                        of.key().hour(),
                        of.key().fingerprint(),
                        of.key().type(),
                        of.key().queue(),
                        of.key().worker(),
                        of.partition(),
                        attempts));
        return sheet;
    }

    private Sheet verdicts() {
        Sheet sheet = new Sheet(
                "failure_verdict",
                List.of("fingerprint"),
                List.of(
                        "muted_at",
                        "muted_by",
                        "mute_reason",
                        "muted_until",
                        "resolved_at",
                        "resolved_by",
                        "resolve_reason",
                        "log_partition",
                        "log_offset"),
                key -> scope.has("failure/" + key.get(0)));
        figures.verdicts().forEach((group, opinion) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(group));
            add(row, opinion.mute());
            row.add(until(opinion.mute()));
            add(row, opinion.resolve());
            row.add(opinion.last().place().partition());
            row.add(opinion.last().place().offset());
            sheet.put(row.toArray());
        });
        return sheet;
    }

    private static void add(List<@Nullable Object> row, Opinion.@Nullable Said said) {
        row.add(said == null ? null : said.fact().event().at());
        row.add(said == null ? null : said.fact().event().actor());
        row.add(said == null ? null : said.fact().event().reason());
    }

    private static @Nullable Instant until(Opinion.@Nullable Said said) {
        return said != null && said.act() instanceof GroupCommand.Mute mute && mute.duration() != null
                ? said.fact().event().at().plus(mute.duration())
                : null;
    }

    private Sheet settings() {
        Sheet sheet = new Sheet(
                "setting",
                List.of("kind", "name"),
                List.of("value", "changed_at", "changed_by", "reason", "log_partition", "log_offset"),
                key -> scope.has(key.get(0) + "/" + key.get(1)));
        figures.settings().forEach((key, view) -> {
            int slash = key.indexOf('/');
            LogEntry.Fact fact = view.fact();
            sheet.put(
                    key.substring(0, slash),
                    key.substring(slash + 1),
                    Wire.text(Objects.requireNonNull(view.value())),
                    fact.event().at(),
                    fact.event().actor(),
                    fact.event().reason(),
                    fact.place().partition(),
                    fact.place().offset());
        });
        return sheet;
    }

    /** By the time that the key begins with. */
    private boolean isRecent(List<String> key) {
        return key.get(0).compareTo(oldest) >= 0;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
