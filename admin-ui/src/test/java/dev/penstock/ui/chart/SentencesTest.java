package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.page.frame.Languages;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @BeforeEach
    void german() {
        Tongue.learn(Languages.catalogues(), () -> Language.GERMAN);
    }

    @AfterEach
    void forget() {
        Tongue.learn(Map.of(), () -> Language.ENGLISH);
    }

    @Test
    void everyRefusalOfTheRulesIsToldInGerman() {
        for (Verb verb : Verb.values()) {
            for (Status status : Status.values()) {
                Lifecycle.Refusal refusal = Lifecycle.refusal(
                        new JobId("j1.0"), "email.send", status, JobPolicy.Capabilities.DEFAULT, verb);
                if (refusal != null) {
                    assertThat(Sentences.retold(refusal.sentence()))
                            .startsWith("„" + Tongue.say(verb.phrase()) + "“ geht bei email.send j1.0 nicht: ");
                }
            }
        }
    }

    @Test
    void anUnknownSentenceStaysAsItIs() {
        assertThat(Sentences.retold("550 mailbox unavailable")).isEqualTo("550 mailbox unavailable");
    }
}
