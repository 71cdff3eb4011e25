package dev.penstock.processor.handlers.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.handlers.mail.DefaultTemplates;
import dev.penstock.processor.handlers.mail.SendEmail;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Mails of the demo. Of 1,000 recipients about 20 have no mailbox, 10 a full one, and 40 a server that greylists; see
 * the rules of the demo's SMTP server.
 */
final class Letters {
    private final SplittableRandom random;

    Letters(SplittableRandom random) {
        this.random = random;
    }

    NewJob next() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> alert();
            case 3, 4, 5, 6, 7 -> licence();
            default -> code();
        };
    }

    /** One of a crowd; sign-in codes overtake it in the high lane. */
    NewJob ofBurst() {
        return licence().runBy("newsletter");
    }

    private NewJob code() {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        return mail(DefaultTemplates.TWO_FACTOR_CODE, Map.of("code", code, "minutes", "10"))
                .runBy("sign-in")
                .priority(Priority.HIGH);
    }

    private NewJob licence() {
        return mail(
                        DefaultTemplates.LICENCE_KEY,
                        Map.of(
                                "product",
                                "Sound Studio",
                                "order",
                                "O-" + random.nextInt(100_000),
                                "key",
                                "SOUND-%05X-%05X".formatted(random.nextInt(1 << 20), random.nextInt(1 << 20))))
                .runBy("shop");
    }

    private NewJob alert() {
        return mail(
                        DefaultTemplates.ALERT,
                        Map.of(
                                "severity",
                                random.nextInt(4) == 0 ? "high" : "low",
                                "what",
                                "Disk " + random.nextInt(70, 96) + " % full",
                                "at",
                                "the last check",
                                "where",
                                "node-" + random.nextInt(1, 9)))
                .bySystem();
    }

    private NewJob mail(String template, Map<String, String> values) {
        return NewJob.of(new SendEmail(template, recipient(), values)).tags(template);
    }

    private String recipient() {
        int draw = random.nextInt(1_000);
        String who = "customer";
        if (draw < 20) {
            who = "gone";
        } else if (draw < 30) {
            who = "full";
        } else if (draw < 70) {
            who = "greylisted";
        }
        return who + "-" + random.nextInt(1_000_000) + "@example.com";
    }
}
