package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.B;
import static dev.penstock.projector.command.WrittenLog.D;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./penstock log verify}: what follows from the log passes, and each planted difference is found and named. */
class LogVerifyTest {
    private WrittenLog log;

    @BeforeEach
    void write() throws Exception {
        log = new WrittenLog().story();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aStateThatFollowsFromTheLogPasses() {
        projected(A, "now");
        projected(B, "now");
        projected(D, "now");
        LogRun run = LogRun.of(log, "verify");
        assertThat(run.out())
                .contains("16 events folded, 3 jobs: 3 the same in jobs.state, 0 moved on meanwhile, 0 differ");
        assertThat(run.err()).contains("PostgreSQL was not compared: no stack runs here, and no --database was named.");
        assertThat(run.code()).isZero();
    }

    @Test
    void jobsWithoutAnEventInTheStretchAreNotCompared() {
        projected(A, "now", state -> ((ObjectNode) state.get("job")).put("status", "COMPLETED"));
        projected(B, "now", state -> ((ObjectNode) state.get("job").get("marks")).put("attempts", 7));
        projected(D, "now");
        LogRun late = LogRun.of(log, "verify", "--from", WrittenLog.at(15), "--wait", "1s");
        assertThat(late.out()).contains(" 1 jobs: 1 the same in jobs.state, 0 moved on meanwhile, 0 differ");
        assertThat(late.code()).isZero();
        LogRun middle =
                LogRun.of(log, "verify", "--from", WrittenLog.at(10), "--to", WrittenLog.at(10), "--wait", "1s");
        assertThat(middle.out())
                .contains(" 1 jobs: 0 the same", B + ": marks.attempts")
                .doesNotContain(A.value());
        assertThat(middle.code()).isEqualTo(1);
    }

    @Test
    void aPlantedDifferenceIsFoundAndNamed() {
        projected(A, "now", state -> ((ObjectNode) state.get("job")).put("status", "COMPLETED"));
        projected(B, "now", state -> ((ObjectNode) state.get("job").get("marks")).put("attempts", 7));
        projected(D, "now");
        LogRun run = LogRun.of(log, "verify", "--json", "--wait", "1s");
        assertThat(run.code()).isEqualTo(1);
        JsonNode verdict = run.json();
        assertThat(verdict.path("differences").asInt()).isEqualTo(2);
        assertThat(verdict.path("same").asInt()).isEqualTo(1);
        assertThat(verdict.path("first").toString())
                .contains("status: the log says \\\"FAILED\\\", jobs.state says \\\"COMPLETED\\\"")
                .contains("marks.attempts: the log says 1, jobs.state says 7");
    }

    @Test
    void aJobThatIsMissingBehindOrMadeUpIsFound() {
        projected(A, WrittenLog.at(9));
        projected(D, "now");
        log.state(new JobId("r0.ghost"), state(D, "now"));
        LogRun run = LogRun.of(log, "verify", "--wait", "1s");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("3 differ")
                .contains(A + ": the log says version 9, jobs.state has version 7")
                .contains(B + ": the log says version 3, jobs.state has nothing")
                .contains("r0.ghost: jobs.state says it stands at");
    }

    @Test
    void aProjectorThatIsBehindIsWaitedFor() throws Exception {
        projected(A, WrittenLog.at(9));
        projected(B, "now");
        projected(D, "now");
        ObjectNode late = state(A, "now");
        Thread projector = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            log.state(A, late);
        });
        LogRun run = LogRun.of(log, "verify", "--wait", "20s");
        projector.join();
        assertThat(run.out()).contains("3 the same in jobs.state, 0 moved on meanwhile, 0 differ");
    }

    @Test
    void aDeletedJobThatIsStillShownIsFound() {
        projected(A, "now");
        projected(B, "now");
        projected(D, "now");
        log.write(B.value(), Actor.user("ana"), new dev.penstock.api.event.Ending.JobDeleted());
        LogRun run = LogRun.of(log, "verify", "--wait", "1s");
        assertThat(run.out())
                .contains("1 differ")
                .contains(B + ": the log says it is deleted, jobs.state has version 3");
    }

    private void projected(JobId id, String as) {
        projected(id, as, state -> {});
    }

    private void projected(JobId id, String as, Consumer<ObjectNode> change) {
        ObjectNode state = state(id, as);
        change.accept(state);
        log.state(id, state);
    }

    /** What the projector would publish: the fold at its last event, with a hash in place of the idempotency key. */
    private ObjectNode state(JobId id, String as) {
        Fold fold = Fold.whole();
        try (EventLog events = new EventLog(log.kafka)) {
            events.read(new Stretch(events.beginning(), events.to(Moment.parse(as, Instant.now()))), fold::step);
        }
        Standing standing = fold.jobs().get(id.value());
        ObjectNode state = Wire.mapper().createObjectNode();
        state.put("partition", standing.partition());
        state.put("offset", standing.offset());
        state.put("version", standing.job().version());
        state.set("job", parsed(Wire.text(standing.job())));
        ((ObjectNode) state.get("job").get("spec")).put("idempotencyKey", HASHES.get(id));
        return state;
    }

    private static JsonNode parsed(String json) {
        try {
            return Wire.mapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** SHA-256 of "default", a line break and the key, its first 16 bytes: computed with sha256sum. */
    private static final java.util.Map<JobId, String> HASHES = java.util.Map.of(
            A,
            "e14fb0983df780cba120b377bb0d5dea",
            B,
            "26432b4676cf0d16a84a1225f38feb86",
            D,
            "69c66e513de80147d7460640bebd81d4");
}
