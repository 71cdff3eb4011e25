package dev.penstock.processor.handlers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendEmailHandlerTest {
    @TempDir
    Path mailbox;

    private OutsideWorld world;
    private SendEmailHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void start() throws IOException {
        world = OutsideWorld.start(new OutsideWorld.Options(0, 0, mailbox, 1));
        handler = new SendEmailHandler(world::smtp);
        runs.templates.addAll(DefaultTemplates.all());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("S0.19: a sign-in code goes out by SMTP, in the words of its template")
    void sends() throws Exception {
        SendEmailHandler.Sent sent = runs.run(handler, code("customer-7@example.com"));

        assertThat(sent.subject()).isEqualTo("Your sign-in code");
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("To: customer-7@example.com")
                        .contains("Subject: Your sign-in code")
                        .contains("Message-ID: <route.job1@penstock.invalid>")
                        .contains("Your sign-in code is 314159. It is good for 10 minutes."));
    }

    @Test
    @DisplayName("S0.26: an edited template is used by the next mail")
    void editedTemplate() throws Exception {
        runs.templates.clear();
        runs.templates.add(new Setting.Template(
                DefaultTemplates.TWO_FACTOR_CODE, "Grüße: {code}", "{code} {not a placeholder} {}"));

        runs.run(handler, code("customer-7@example.com"));

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("=?UTF-8?Q?Gr=C3=BC=C3=9Fe:_314159?=")
                        .contains("314159 {not a placeholder} {}"));
    }

    @Test
    @DisplayName("S1.20: a mailbox that does not exist (550) is a permanent failure, in the server's words")
    void goneIsPermanent() {
        assertThatThrownBy(() -> runs.run(handler, code("gone-3@example.com")))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("refused gone-3@example.com: 550 5.1.1")
                .hasMessageContaining("no such mailbox")
                .hasRootCauseInstanceOf(org.eclipse.angus.mail.smtp.SMTPAddressFailedException.class);
    }

    @Test
    @DisplayName("S3.15: a full mailbox (452) is a transient failure")
    void fullIsTransient() {
        assertThatThrownBy(() -> runs.run(handler, code("full-3@example.com")))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("452 4.2.2");
    }

    @Test
    @DisplayName("S1.19: a greylisted recipient is refused once and gets the mail at the next attempt")
    void greylisted() throws Exception {
        assertThatThrownBy(() -> runs.run(handler, code("greylisted-3@example.com")))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("451");
        runs.run(handler, code("greylisted-3@example.com"));
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("S1.13: a job that runs twice sends the same mail, which the mailbox holds once")
    void secondRun() throws Exception {
        runs.run(handler, code("customer-7@example.com"));
        runs.run(handler, code("customer-7@example.com"));
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("S0.23: a mail server that is away is a transient failure that names it")
    void serverAway() {
        int port = world.smtp().getPort();
        world.close();
        assertThatThrownBy(() -> runs.run(handler, code("customer-7@example.com")))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("could not be reached")
                .hasRootCauseInstanceOf(java.net.ConnectException.class);
    }

    @Test
    @DisplayName(
            "A text that is no address, or a value that the template lacks, is a permanent failure that says what to do")
    void badOrders() {
        assertThatThrownBy(() -> runs.run(handler, code("no address")))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("\"no address\" is no e-mail address");
        assertThatThrownBy(() -> runs.run(
                        handler, new SendEmail(DefaultTemplates.TWO_FACTOR_CODE, "a@example.com", Map.of("code", "1"))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("asks for {minutes}, the job brings only [code]");
    }

    @Test
    @DisplayName("A line break in a value begins no header of its own")
    void noHeaderInjection() throws Exception {
        runs.run(
                handler,
                new SendEmail(
                        DefaultTemplates.ALERT,
                        "a@example.com",
                        Map.of("severity", "high\r\nBcc: all@example.com", "what", "x", "at", "now", "where", "here")));
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Subject: [high Bcc: all@example.com] x")
                        .doesNotContain("\nBcc:"));
    }

    private static SendEmail code(String to) {
        return new SendEmail(DefaultTemplates.TWO_FACTOR_CODE, to, Map.of("code", "314159", "minutes", "10"));
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(mailbox)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(SendEmailHandlerTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
