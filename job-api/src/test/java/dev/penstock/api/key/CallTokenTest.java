package dev.penstock.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTokenTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:00:00Z");
    private static final String ADDRESS = "POST /internal/sql";
    private static final byte[] BODY = "{\"sql\":\"select 1\"}".getBytes(StandardCharsets.UTF_8);

    private final Keys keys = Keys.random();
    private final CallToken token = new CallToken(keys.calls());
    private final String header = token.header(ADDRESS, BODY, NOW);

    @Test
    void aTokenIsGoodForItsCallAndForAMinute() {
        assertThat(token.fits(header, ADDRESS, BODY, NOW.plusSeconds(60))).isTrue();
        assertThat(token.fits(header, ADDRESS, BODY, NOW.minusSeconds(60))).isTrue();
        assertThat(token.fits(header, ADDRESS, BODY, NOW.plusSeconds(61))).isFalse();
        assertThat(token.fits(header, ADDRESS, BODY, NOW.minusSeconds(61))).isFalse();
    }

    @Test
    void aTokenIsGoodForNoOtherCall() {
        assertThat(token.fits(header, "GET /internal/sql", BODY, NOW)).isFalse();
        assertThat(token.fits(header, ADDRESS, new byte[0], NOW)).isFalse();
        assertThat(token.fits(null, ADDRESS, BODY, NOW)).isFalse();
        assertThat(token.fits("Bearer x", ADDRESS, BODY, NOW)).isFalse();
        // Another second has another signature.
        String later = header.replaceFirst("\\d+", Long.toString(NOW.getEpochSecond() + 1));
        assertThat(token.fits(later, ADDRESS, BODY, NOW)).isFalse();
    }

    @Test
    void aRotatedKeyIsAcceptedOnce() {
        Keys rotated = keys.rotated();
        assertThat(new CallToken(rotated.calls()).fits(header, ADDRESS, BODY, NOW))
                .isTrue();
        assertThat(new CallToken(rotated.rotated().calls()).fits(header, ADDRESS, BODY, NOW))
                .isFalse();
        assertThat(new CallToken(Keys.random().calls()).fits(header, ADDRESS, BODY, NOW))
                .isFalse();
    }
}
