package dev.penstock.processor.timer;

import dev.penstock.api.key.ActKeys;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.LeaseToken;
import dev.penstock.api.key.UploadToken;
import java.util.function.Supplier;

/** The installation's keys as they stand now: they are rotated while everything runs. */
public final class KeyRing {
    private volatile Held held;

    private record Held(Keys keys, LeaseToken leases, UploadToken uploads) {
        static Held of(Keys keys) {
            return new Held(keys, new LeaseToken(keys.leases()), new UploadToken(keys.artifacts()));
        }
    }

    public KeyRing(Keys keys) {
        held = Held.of(keys);
    }

    /** Reads the keys again; an unreadable file leaves the old ones in force. */
    public void refresh(Supplier<Keys> read) {
        held = Held.of(read.get());
    }

    /** All of them. */
    public Keys keys() {
        return held.keys();
    }

    /** Makes and checks lease tokens. */
    public LeaseToken leases() {
        return held.leases();
    }

    /** Makes upload tokens. */
    public UploadToken uploads() {
        return held.uploads();
    }

    /** Checks signatures of acts. */
    public ActKeys acts() {
        return held.keys().acts();
    }
}
