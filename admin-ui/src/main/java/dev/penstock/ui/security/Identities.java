package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.account.ApiToken;
import dev.penstock.ui.account.ApiTokens;
import dev.penstock.ui.account.Sessions;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.own.OwnDatabaseFailed;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.trouble.Trouble;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from what a request brings who asks. */
@ApplicationScoped
public class Identities {
    private static final String BEARER = "Bearer ";
    private static final int REMEMBERED = 1_000;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final TokenLimit limit;
    private final Optional<byte[]> localToken;
    /** Who was known before PostgreSQL went away stays so: pages then say what is away, instead of asking for a password. */
    private final Map<String, Caller> lastKnown = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Caller> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    public Identities(Sessions sessions, ApiTokens tokens, TokenLimit limit, PenstockConfig config) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.limit = limit;
        this.localToken =
                config.ui().localToken().filter(token -> !token.isBlank()).map(Identities::bytes);
    }

    /** What a request brings; null: it does not. */
    record Brought(@Nullable String token, @Nullable String session) {
        boolean nothing() {
            return token == null && session == null;
        }
    }

    static Brought brought(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        String token = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
        return new Brought(token, SessionCookie.brought(request));
    }

    /** Who that is; asks the database, so not on an event loop. */
    Caller of(Brought brought) {
        if (brought.token() != null) {
            return ofToken(brought.token());
        }
        return brought.session() == null ? Caller.NOBODY : ofSession(brought.session());
    }

    private Caller ofToken(String token) {
        boolean local = localToken
                .filter(known -> MessageDigest.isEqual(known, bytes(token)))
                .isPresent();
        if (local) {
            return Caller.program("local", EnumSet.allOf(Permission.class), Set.of());
        }
        Optional<ApiToken> known = tokens.of(token);
        if (known.isEmpty()) {
            return Caller.NOBODY;
        }
        ApiToken program = known.get();
        if (!limit.allows(program)) {
            throw new Trouble(Trouble.Said.of(
                    429,
                    say("Too many requests"),
                    say(
                            "The token {1} has {2} requests a second. Ask again in a second; producers that need more write to Kafka.",
                            program.name(), program.rate())));
        }
        return Caller.program(program.name(), program.may(), program.queues());
    }

    private Caller ofSession(String secret) {
        try {
            Caller caller = sessions.of(secret).orElse(Caller.NOBODY);
            if (caller.isKnown()) {
                lastKnown.put(secret, caller);
            } else {
                lastKnown.remove(secret);
            }
            return caller;
        } catch (OwnDatabaseFailed | Trouble e) {
            Caller known = lastKnown.get(secret);
            if (known == null) {
                throw e;
            }
            return Objects.requireNonNull(known);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
