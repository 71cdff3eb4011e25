package dev.penstock.api.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets one program of an installation ask another over HTTP: {@code Authorization: Bearer <second>.<HMAC>}. It is good for one
 * address and one body, and for a minute, so that what somebody overhears is soon worth nothing. Clocks may differ by that minute.
 * Thread-safe.
 */
public final class CallToken {
    private static final Duration GOOD = Duration.ofMinutes(1);
    private static final String BEARER = "Bearer ";

    private final Secrets secrets;

    /** Makes and checks tokens with {@link Keys#calls}. */
    public CallToken(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The header of a call.
     *
     * @param address method and path: {@code POST /internal/sql}
     * @param body what is sent; empty if nothing is
     */
    public String header(String address, byte[] body, Instant now) {
        String second = Long.toString(now.getEpochSecond());
        return BEARER + second + "." + secrets.make(secret -> sign(secret, address, body, second));
    }

    /** Whether the header was made for this call by somebody who has the present or the previous secret. */
    public boolean fits(@Nullable String header, String address, byte[] body, Instant now) {
        if (header == null || !header.matches("Bearer \\d{1,12}\\.[\\w-]{1,100}")) {
            return false;
        }
        String second = header.substring(BEARER.length(), header.indexOf('.'));
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(second)), now)
                .abs();
        return age.compareTo(GOOD) <= 0
                && secrets.made(
                        header.substring(header.indexOf('.') + 1), secret -> sign(secret, address, body, second));
    }

    private static byte[] sign(Secret secret, String address, byte[] body, String second) {
        return secret.hmac(bytes("call"), bytes(address), body, bytes(second));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
