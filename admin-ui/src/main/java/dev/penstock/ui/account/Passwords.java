package dev.penstock.ui.account;

import static dev.penstock.ui.tongue.Tongue.say;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What passwords must be, and how they are kept: as bcrypt, 2^12 rounds. */
final class Passwords {
    private static final int ROUNDS = 12;
    private static final int LEAST = 10;
    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private static final int GOOD_ENOUGH = 3;
    private static final Zxcvbn STRENGTH = new Zxcvbn();
    /** Of no password: so that asking for a name that is not there takes as long as for one that is. */
    private static final String NOBODYS = BcryptUtil.bcryptHash(Secret.random(), ROUNDS);

    private Passwords() {}

    /** What is wrong with it; null if nothing is. */
    static @Nullable String objection(String password, String name) {
        if (password.length() < LEAST) {
            return say("A password has at least {1} characters.", LEAST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return say("A password has at most {1} bytes.", MOST_BYTES);
        }
        return STRENGTH.measure(password, List.of(name, "penstock")).getScore() < GOOD_ENOUGH
                ? say(
                        "This password is guessed easily. Several words that do not belong together are hard to guess and easy to remember.")
                : null;
    }

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password, ROUNDS);
    }

    /** Whether it is the password; takes equally long if there is none. */
    static boolean fits(String password, @Nullable String hash) {
        boolean fits = BcryptUtil.matches(password, hash == null ? NOBODYS : hash);
        return fits && hash != null;
    }
}
