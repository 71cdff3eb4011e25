package dev.penstock.processor.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.processor.handlers.mail.DefaultTemplates;
import dev.penstock.processor.handlers.mail.SendEmail;
import dev.penstock.processor.handlers.mail.SendEmailHandler;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExamplesTest {
    private static final Pattern SUBMISSION = Pattern.compile("'(\\{\"type\":.*})'");

    @TempDir
    Path mailbox;

    @Test
    @DisplayName("The submissions that the README shows for kcat and curl go out as mails")
    void theReadmesSubmissionsWork() throws Exception {
        List<String> submissions = submissions();
        assertThat(submissions).hasSize(2);
        TypeDeclaration<SendEmail> type = TypeDeclaration.of(SendEmail.class);
        try (OutsideWorld world = OutsideWorld.start(new OutsideWorld.Options(0, 0, mailbox, 1))) {
            SendEmailHandler handler = new SendEmailHandler(world::smtp);
            for (String json : submissions) {
                JobSpec spec = decoded(json);
                assertThat(spec.type()).isEqualTo(type.name());
                assertThat(spec.queue()).isEqualTo(type.queue());
                Runs runs = new Runs();
                runs.templates.addAll(DefaultTemplates.all());
                assertThat(runs.<SendEmailHandler.Sent, SendEmail>run(handler, type.read(spec.payload()))
                                .to())
                        .isEqualTo("ana@example.org");
            }
        }
    }

    static List<String> submissions() throws IOException {
        return SUBMISSION
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static JobSpec decoded(String json) throws Exception {
        CommandMessage message = SubmissionCodec.decode(
                json.getBytes(StandardCharsets.UTF_8),
                new SubmissionCodec.Place("jobs.submissions", 3, 17),
                new SubmissionCodec.Naming() {
                    @Override
                    public JobId fromKey(String tenant, String key) {
                        return JobId.of("route", key);
                    }

                    @Override
                    public JobId fromPlace(SubmissionCodec.Place place) {
                        return JobId.of("route", "place");
                    }
                });
        assertThat(message.body()).isInstanceOf(Submit.class);
        return ((Submit) message.body()).spec();
    }
}
