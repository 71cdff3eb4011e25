package dev.penstock.processor.handlers.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.mail.SendEmailHandler;
import dev.penstock.processor.handlers.notice.SendNotification.Channel;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import dev.penstock.processor.handlers.webhook.DeliverWebhookHandler;
import dev.penstock.processor.handlers.webhook.Endpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the demo's SMTP server and its web services. */
class SendNotificationHandlerTest {
    @TempDir
    Path mailbox;

    @Test
    @DisplayName("S3.14, S4.4: a notification goes out as a mail or to an endpoint; run twice it is the same mail")
    void sends() throws Exception {
        try (OutsideWorld world = OutsideWorld.start(new OutsideWorld.Options(0, 0, mailbox, 1));
                DeliverWebhookHandler webhooks = new DeliverWebhookHandler(new Endpoints(
                        world::http,
                        Map.of("operations", "/hooks/operations"),
                        Map.of("partner", "demo-key-partner")))) {
            SendNotificationHandler handler = new SendNotificationHandler(new SendEmailHandler(world::smtp), webhooks);
            SendNotification mail =
                    new SendNotification(Channel.EMAIL, "admins@example.org", "3 jobs\nfailed", "email.send: 3");
            assertThat(new HandlerKit().run(handler, mail).failure()).isNull();
            assertThat(new HandlerKit().attempt(2).run(handler, mail).failure()).isNull();
            assertThat(mails())
                    .singleElement()
                    .satisfies(text -> assertThat(text)
                            .contains("To: admins@example.org")
                            .contains("Subject: 3 jobs failed")
                            .contains("email.send: 3"));

            SendNotification unknown = new SendNotification(Channel.WEBHOOK, "nowhere", "x", "y");
            HandlerRun refused = new HandlerKit().run(handler, unknown);
            assertThat(refused.isTransient()).isFalse();
            assertThat(refused.failure().message()).contains("There is no endpoint \"nowhere\"");
        }
    }

    private List<String> mails() throws Exception {
        try (Stream<Path> files = Files.list(mailbox)) {
            return files.map(SendNotificationHandlerTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
