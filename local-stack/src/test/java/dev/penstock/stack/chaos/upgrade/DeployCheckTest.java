package dev.penstock.stack.chaos.upgrade;

import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import dev.penstock.stack.history.proof.Proof;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeployCheckTest {
    private final LogFixture log = new LogFixture().job("j.0").starts("j.0");

    @Test
    void anAttemptThatFailsBecauseItsWorkerEndsIsFound() {
        fails("java.lang.InterruptedException", "sleep interrupted");
        assertThat(kinds()).containsExactly(Kind.FAILED_BY_DEPLOY);
    }

    @Test
    void oneThatItsRecipeLetsFailIsRight() {
        fails("dev.penstock.api.worker.TransientFailure", "The recipe lets attempt 1 fail");
        assertThat(kinds()).isEmpty();
    }

    @Test
    @DisplayName("A2: a lease that a worker forgot while it was replaced is found")
    void aForgottenLease() {
        log.command("LeaseLost", "l1", "j.0", "\"lease\":" + lease(1, 0, "w1"));
        log.event("AttemptLost", "j.0", "l1", "\"cause\":\"LEASE_NOT_LISTED\",\"lease\":" + lease(1, 0, "w1"));
        log.event("JobFailed", "j.0", "l1", "\"why\":\"LEASE_LOST\"").last();
        assertThat(kinds()).containsExactly(Kind.LEASE_TAKEN);
    }

    private void fails(String error, String message) {
        log.report("Failed", "f1", "j.0", 1, 0, "w1");
        String failure = "\"failure\":{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}";
        log.event("AttemptFailed", "j.0", "f1", failure + ",\"lease\":" + lease(1, 0, "w1"));
        log.event("JobFailed", "j.0", "f1", "\"why\":\"PERMANENT\"").last();
    }

    private List<Kind> kinds() {
        Proof proof = log.deadLetterOf("j.0").proof();
        DeployCheck.check(proof);
        return proof.findings().first().stream().map(Finding::kind).toList();
    }
}
