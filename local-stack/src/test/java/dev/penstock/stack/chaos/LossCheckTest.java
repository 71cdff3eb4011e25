package dev.penstock.stack.chaos;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import dev.penstock.stack.history.proof.Proof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LossCheckTest {
    private static final long LOST_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final String WORKER = "chaos-1-abc";

    @Test
    @DisplayName("A8: a lease that was taken from a worker which nobody had harmed is found")
    void aHealthyWorker() {
        assertThat(kinds()).containsExactly(Kind.LEASE_TAKEN);
        assertThat(kinds(fault("worker killed", "chaos-2"))).containsExactly(Kind.LEASE_TAKEN);
    }

    @Test
    @DisplayName("A8: a paused processor and a clock that jumps are no reasons to take a lease")
    void noReasons() {
        assertThat(kinds(fault("all processors frozen", "all processors"))).containsExactly(Kind.LEASE_TAKEN);
        assertThat(kinds(fault("worker's clock jumps", "chaos-1"))).containsExactly(Kind.LEASE_TAKEN);
    }

    @Test
    void aWorkerThatWasKilledOrCutOffByItsBrokerLosesItsLeasesRightly() {
        assertThat(kinds(fault("worker killed", "chaos-1"))).isEmpty();
        assertThat(kinds(fault("broker killed", Journal.EVERYBODY))).isEmpty();
    }

    @Test
    void aFaultOfLongAgoIsNoReason() {
        Journal.Entry old = new Journal.Entry("worker killed", "chaos-1", LOST_MS - 600_000, LOST_MS - 500_000);
        assertThat(kinds(old)).containsExactly(Kind.LEASE_TAKEN);
    }

    private static Journal.Entry fault(String name, String victim) {
        return new Journal.Entry(name, victim, LOST_MS - 9_000, LOST_MS - 5_000);
    }

    private static List<Kind> kinds(Journal.Entry... faults) {
        LogFixture log = new LogFixture().job("j.0").report("Started", "s1", "j.0", 1, 0, WORKER);
        log.event("AttemptStarted", "j.0", "s1", "\"lease\":" + lease(1, 0, WORKER))
                .last();
        log.command("WorkerLost", "l1", "j.0", "\"lease\":" + lease(1, 0, WORKER));
        log.event("AttemptLost", "j.0", "l1", "\"cause\":\"WORKER_SILENT\",\"lease\":" + lease(1, 0, WORKER));
        log.event("JobDispatched", "j.0", "l1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        Proof proof = log.proof();
        LossCheck.check(proof, List.of(faults));
        return proof.findings().first().stream().map(Finding::kind).toList();
    }
}
