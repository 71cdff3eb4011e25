package dev.penstock.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.act.Who;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Operations in a real PostgreSQL, with rules in memory that know versions as the processor does. */
class ExecutionTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_STEPS = 500;
    private static OwnDatabase own;

    private final Rules rules = new Rules();
    private final Operations operations = new Operations(own);

    @BeforeAll
    static void make() {
        ReadModel model = ReadModel.fresh();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(model.database().jdbcUrl());
        source.setUser(model.reader());
        source.setPassword(model.reader());
        source.setCurrentSchema("penstock_ui");
        own = new OwnDatabase(source);
    }

    @Test
    @DisplayName(
            "An operation goes on where a program that died has left it: no job is acted on twice, none is left out")
    void killedInBetween() {
        long id = begun(250, 0, 0);
        rules.dieAfter = 130;
        assertThatThrownBy(() -> steps("first", Duration.ZERO)).hasCauseInstanceOf(Killed.class);
        assertThat(operations.tally(id).ended()).isLessThan(250);
        rules.dieAfter = Integer.MAX_VALUE;
        lapse(id);

        assertThat(Await.until(PATIENCE, () -> {
                    steps("second", Duration.ZERO);
                    return operations.find(id).orElseThrow().state() == Operation.State.DONE;
                }))
                .isTrue();
        assertThat(operations.tally(id)).isEqualTo(new Tally(0, 0, 250, 0, 0));
        assertThat(rules.accepted).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Two admin-ui's that work on the same operation at the same time send each command once")
    void twoPrograms() {
        long id = begun(400, 0, 0);
        List<CompletableFuture<Void>> programs = Stream.of("a", "b")
                .map(name -> CompletableFuture.runAsync(() -> Await.until(PATIENCE, () -> {
                    lapse(id);
                    steps(name, Duration.ofMinutes(5));
                    return operations.find(id).orElseThrow().state() == Operation.State.DONE;
                })))
                .toList();
        programs.forEach(CompletableFuture::join);

        assertThat(operations.tally(id).done()).isEqualTo(400);
        assertThat(rules.sent).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("A trial of five stops after five; then one goes on with the rest, or aborts it")
    void trial() {
        long id = begun(12, 0, 5);
        until(id, Operation.State.PAUSED);
        assertThat(operations.tally(id)).isEqualTo(new Tally(7, 0, 5, 0, 0));
        assertThat(operations.find(id).orElseThrow().note()).startsWith("The trial is over");
        assertThat(operations.goOn(id)).isTrue();
        until(id, Operation.State.DONE);

        long other = begun(12, 0, 5);
        until(other, Operation.State.PAUSED);
        assertThat(operations.abort(other, "Aborted by ana.")).isTrue();
        assertThat(operations.tally(other)).isEqualTo(new Tally(0, 0, 5, 7, 0));
        assertThat(operations.items(other, Item.State.SKIPPED, 0, 1).getFirst().sentence())
                .isEqualTo("The operation was aborted before its turn.");
    }

    @Test
    @DisplayName(
            "A job that has changed since is skipped, and the sentence says why; while it is paused nothing is sent")
    void skipped() {
        long id = begun(8, 0, 0);
        rules.changed.add(operations.items(id, null, 2, 1).getFirst().job());
        operations.pause(id, "Paused by ana.");
        steps("a", Duration.ofMinutes(5));
        assertThat(rules.sent).isEmpty();
        operations.goOn(id);
        until(id, Operation.State.DONE);

        assertThat(operations.tally(id)).isEqualTo(new Tally(0, 0, 7, 1, 0));
        assertThat(operations.items(id, Item.State.SKIPPED, 0, 9).getFirst().sentence())
                .contains("has changed since");
    }

    @Test
    @DisplayName("A rate is kept: of twenty a second no more than a few are sent in the first step")
    void rate() {
        long id = begun(60, 20, 0);
        steps("a", Duration.ofMinutes(5));
        assertThat(rules.sent).hasSize(5);
        until(id, Operation.State.DONE);
        Operation done = operations.find(id).orElseThrow();
        assertThat(Duration.between(done.startedAt(), done.finishedAt())).isGreaterThan(Duration.ofMillis(2_500));
    }

    @Test
    @DisplayName("A form that is sent twice plans once")
    void plannedOnce() {
        Operations.Wish wish =
                new Operations.Wish(Deed.RETRY, Caller.person("ana", Role.OPERATOR), "", Instant.now(), "form-1");
        long id = operations.plan(wish, List.of(new Target(new JobId("p1.0"), 1L, null)));
        assertThat(operations.plan(wish, List.of(new Target(new JobId("p1.0"), 1L, null))))
                .isEqualTo(id);
        assertThat(operations.start(id, 0, 0, null)).isTrue();
        assertThat(operations.start(id, 0, 0, null)).isFalse();
        operations.abort(id, "");
    }

    private long begun(int jobs, int rate, int trial) {
        String form = UUID.randomUUID().toString();
        List<Target> targets = IntStream.rangeClosed(1, jobs)
                .mapToObj(i -> new Target(new JobId("o" + form.substring(0, 8) + "x" + i + ".0"), 3L, null))
                .toList();
        long id = operations.plan(
                new Operations.Wish(
                        Deed.RETRY, Caller.person("ana", Role.OPERATOR), "status:failed", Instant.now(), form),
                targets);
        assertThat(operations.start(id, rate, trial, "mx1 is back")).isTrue();
        return id;
    }

    private void steps(String name, Duration silence) {
        Execution execution =
                new Execution(own, rules, rules, job -> Optional.empty(), new Execution.Self(name, silence));
        int left = MOST_STEPS;
        while (execution.step()) {
            // As the timer does. One that sends the same again and again has no end.
            assertThat(--left).as("steps left").isPositive();
        }
    }

    private void until(long id, Operation.State state) {
        assertThat(Await.until(PATIENCE, () -> {
                    steps("a", Duration.ofMinutes(5));
                    return operations.find(id).orElseThrow().state() == state;
                }))
                .isTrue();
    }

    /** The lease of a program that is silent runs out. */
    private static void lapse(long id) {
        own.inTransaction(
                session -> session.change("UPDATE operation SET worked_until = '-infinity' WHERE id = ?", id));
    }

    /** As kill -9: nothing after it happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Accepts the first command of a version, refuses every other, and tells the first outcome of each command. */
    private static final class Rules implements CommandDoor, Outcomes {
        private final List<String> sent = new CopyOnWriteArrayList<>();
        private final List<JobId> accepted = new CopyOnWriteArrayList<>();
        private final List<JobId> changed = new CopyOnWriteArrayList<>();
        private final Map<String, ActResult> known = new ConcurrentHashMap<>();
        private int dieAfter = Integer.MAX_VALUE;

        @Override
        public synchronized void act(String id, Command command, Who who) {
            if (sent.size() >= dieAfter) {
                throw new Killed();
            }
            sent.add(id);
            JobId job = ((Act) command).job();
            boolean first = !accepted.contains(job) && !changed.contains(job);
            if (first) {
                accepted.add(job);
            }
            known.putIfAbsent(
                    id,
                    first
                            ? new ActResult.Done(id, "JobRequeued", "Done.")
                            : new ActResult.Refused(
                                    id, RefusalKind.VERSION_CHANGED, "The job " + job + " has changed since."));
        }

        @Override
        public Optional<ActResult> of(String command) {
            return Optional.ofNullable(known.get(command));
        }

        @Override
        public String act(Command command, Who who) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sent submit(JobSpec spec, @Nullable JobId id, @Nullable String key) {
            throw new UnsupportedOperationException();
        }
    }
}
