package dev.penstock.ui.rest.past;

import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.trouble.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parameter {@code at} of a request. */
public final class Moments {
    private Moments() {}

    /**
     * The moment as of which somebody asks; null: as things are.
     *
     * @throws Trouble if it is none, or is still to come
     */
    public static @Nullable Instant of(@Nullable String at) {
        return switch (AsOf.parse(at, Instant.now())) {
            case AsOf.Now now -> null;
            case AsOf.Then then -> then.at();
            case AsOf.Wrong wrong -> throw Trouble.bad("at", wrong.sentence());
        };
    }
}
