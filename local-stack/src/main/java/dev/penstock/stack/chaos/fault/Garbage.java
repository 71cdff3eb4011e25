package dev.penstock.stack.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Records that nobody can read, or that ask for what there is not. */
final class Garbage {
    private static final int LARGE = 300_000;

    private Garbage() {}

    /** One of each kind; null is a record without a value. */
    static List<byte @Nullable []> all(Random dice) {
        byte[] noise = new byte[1 + dice.nextInt(200)];
        dice.nextBytes(noise);
        List<byte @Nullable []> all = new ArrayList<>();
        all.add(null);
        all.add(noise);
        all.add(new byte[0]);
        for (String text : List.of(
                "not JSON",
                "{",
                "[1,2,3]",
                "{}",
                "{\"type\":\"\"}",
                "{\"type\":\"chaos.step\",\"payload\":",
                "{\"command\":\"Abort\",\"v\":1,\"id\":\"g-" + dice.nextInt(1_000_000) + "\",\"actor\":\"user:x\"}",
                "{\"command\":\"Explode\",\"v\":1,\"id\":\"g-" + dice.nextInt(1_000_000)
                        + "\",\"actor\":\"user:x\",\"data\":{}}",
                "{\"command\":\"Abort\",\"v\":99,\"id\":\"g\",\"actor\":\"user:x\",\"data\":{\"job\":\"a.0\"}}",
                "{\"command\":\"Abort\",\"v\":1,\"id\":\"g-" + dice.nextInt(1_000_000)
                        + "\",\"actor\":\"user:x\",\"data\":{\"job\":\"no.dot.no\"}}",
                "{\"type\":\"chaos.step\",\"job\":\"../../etc\"}",
                "{\"type\":\"chaos.step\",\"runAt\":\"next week\"}",
                "{\"type\":\"chaos.step\",\"payload\":\"" + "x".repeat(LARGE) + "\"}")) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    /** The smallest submission that runs. */
    static byte[] smallSubmission(Random dice) {
        String json = "{\"type\":\"chaos.step\",\"payload\":{\"recipe\":{\"millis\":" + dice.nextInt(50)
                + ",\"slices\":1,\"failures\":0,\"spoiled\":false,\"obeys\":true}}}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
