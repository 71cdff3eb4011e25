package dev.penstock.stack.history.law;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1: never two living jobs with one unique key")
class UniqueLawTest {
    private final LogFixture log = new LogFixture();

    @Test
    void twoThatLiveTogetherAreFoundAndTwoOneAfterTheOtherAreRight() {
        log.job("u.1", spec("x", "IGNORE"), "", "").job("u.2", spec("y", "IGNORE"), "", "");
        log.starts("u.1").completes("u.1");
        log.job("u.3", spec("x", "IGNORE"), "", "");
        assertThat(Kinds.of(log)).isEmpty();
        log.job("u.4", spec("x", "IGNORE"), "", "");
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    @Test
    void oneThatIsReplacedEndsByTheSameCommandOrIsWaitedFor() {
        log.job("u.1", spec("x", "REPLACE"), "", "");
        log.submission("s2", "u.2", spec("x", "REPLACE"));
        log.event("JobSubmitted", "u.2", "s2", data("x", "REPLACE"));
        log.event("JobAborted", "u.1", "s2", "").last();
        log.starts("u.2");
        log.submission("s3", "u.3", spec("x", "REPLACE"));
        log.event("JobSubmitted", "u.3", "s3", "\"spec\":{" + spec("x", "REPLACE") + "}");
        log.event("PredecessorAwaited", "u.3", "s3", "\"job\":\"u.2\"").last();
        assertThat(Kinds.of(log)).isEmpty();
        assertThat(log.proof().unique()).containsEntry("admitted, in another's place", 2L);
        log.command("RunNow", "n1", "u.3", "");
        log.event("JobDispatched", "u.3", "n1", "\"dispatch\":" + dispatch(1, 1, 1 + log.offset()))
                .last();
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    @Test
    void aStoppedOneKeepsItsKey() {
        log.job("u.1", spec("x", "REFUSE"), "", "").starts("u.1");
        log.command("Stop", "x1", "u.1", "")
                .event("StopRequested", "u.1", "x1", "")
                .last();
        log.report("Stopped", "x2", "u.1", 1, 0, "w1")
                .event("JobStopped", "u.1", "x2", "")
                .last();
        log.job("u.2", spec("x", "REFUSE"), "", "");
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    @Test
    void anEditThatTakesAnothersKeyIsFound() {
        log.job("u.1", spec("x", "REFUSE"), "", "").job("u.2", spec("y", "REFUSE"), "", "");
        log.command("Abort", "a1", "u.2", "")
                .event("JobAborted", "u.2", "a1", "")
                .last();
        log.command("EditPayload", "e1", "u.2", "");
        log.event("JobRequeued", "u.2", "e1", "\"cause\":\"EDIT\",\"round\":2,\"payload\":{\"name\":\"x\"}")
                .last();
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    @Test
    void aSecondOneIsAnsweredAsItsRuleSays() {
        log.job("u.1", spec("x", "IGNORE"), "", "");
        log.submission("s2", "", spec("x", "REFUSE")).refused("u.9", "s2", "CONFLICT");
        assertThat(Kinds.of(log)).isEmpty();
        assertThat(log.proof().unique()).containsEntry("refused", 1L);
        log.submission("s3", "", spec("x", "REPLACE")).refused("u.9", "s3", "CONFLICT");
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    @Test
    void oneThatIsRefusedThoughNobodyHasItsKeyIsFound() {
        log.submission("s2", "", spec("x", "REFUSE")).refused("u.9", "s2", "CONFLICT");
        assertThat(Kinds.of(log)).containsExactly(Kind.UNIQUE);
    }

    private static String spec(String name, String rule) {
        return "\"type\":\"t\",\"payload\":{\"name\":\"" + name
                + "\"},\"unique\":{\"arguments\":[\"name\"],\"onConflict\":\"" + rule + "\"}";
    }

    private static String data(String name, String rule) {
        return "\"spec\":{" + spec(name, rule) + "},\"dispatch\":" + dispatch(1, 1, 0);
    }
}
