package dev.penstock.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.123456Z");

    @ParameterizedTest
    @CsvSource({
        "-24h, 2026-03-01T12:00:00.123Z",
        "-90s, 2026-03-02T11:58:30.123Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:07, 2026-03-01T10:00:07Z",
        "2026-03-01T10:00+01:00, 2026-03-01T09:00:00Z",
        "2026-03-01T10:00 01:00, 2026-03-01T09:00:00Z",
        "2026-03-01T10:00:07.250Z, 2026-03-01T10:00:07.250Z"
    })
    void aMomentIsReadAsAnalystsWriteIt(String text, Instant at) {
        assertThat(AsOf.parse(text, NOW)).isEqualTo(new AsOf.Then(at));
        assertThat(AsOf.parse(AsOf.print(at), NOW)).as("and stays the same").isEqualTo(new AsOf.Then(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "", " "})
    void nothingMeansNow(String text) {
        assertThat(AsOf.parse(text, NOW)).isEqualTo(new AsOf.Now());
        assertThat(AsOf.parse(null, NOW)).isEqualTo(new AsOf.Now());
    }

    @Test
    void whatIsNoMomentOrStillToComeIsSaid() {
        assertThat(AsOf.parse("yesterday", NOW))
                .isInstanceOfSatisfying(
                        AsOf.Wrong.class,
                        wrong -> assertThat(wrong.sentence()).contains("\"yesterday\" is no moment", "-24h"));
        assertThat(AsOf.parse("2026-03-02T12:01", NOW))
                .isInstanceOfSatisfying(
                        AsOf.Wrong.class, wrong -> assertThat(wrong.sentence()).contains("still to come"));
    }
}
