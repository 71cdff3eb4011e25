package dev.penstock.processor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnvelopeCheckTest {
    private static final CommandMessage RETRY =
            CommandMessage.of("c1", Actor.user("ana"), new Act.Retry(new JobId("r1.0")));

    @Test
    @DisplayName("A1: a reason that no outcome could quote is turned away before anything is decided")
    void what_cannot_be_quoted_is_turned_away() {
        assertThat(EnvelopeCheck.misfit(RETRY.withReason("x".repeat(950_000)))).contains("at most 4000");
        assertThat(EnvelopeCheck.misfit(RETRY.withReason("half \ud800"))).contains("surrogate");
        assertThat(EnvelopeCheck.misfit(RETRY.withTenant("y".repeat(301)))).contains("\"tenant\"");
    }

    @Test
    void ordinary_text_passes() {
        assertThat(EnvelopeCheck.misfit(RETRY.withReason("mx1 repaired 🙂"))).isNull();
        assertThat(EnvelopeCheck.misfit(RETRY)).isNull();
    }
}
