package dev.penstock.ui.send;

import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Ids;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.config.KafkaAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sends a submission again that nobody could read, once somebody has corrected it. */
@ApplicationScoped
public class Resend {
    private static final SubmissionCodec.Place HERE = new SubmissionCodec.Place("a corrected dead letter", 0, 0);

    private final Acts acts;
    private final SignedClient client;
    private final KafkaAddress kafka;

    @Inject
    public Resend(Acts acts, SignedClient client, KafkaAddress kafka) {
        this.acts = acts;
        this.client = client;
        this.kafka = kafka;
    }

    /** Where submissions lie: only they can be sent again. */
    public String topic() {
        return kafka.kafka().topics().submissions();
    }

    /** The job that was submitted, or why it was not: {@code problem} is a sentence, null if it was sent. */
    public record Sent(
            @Nullable JobId job, ActResult result, @Nullable String problem) {}

    /** Submits what the text says, if it can be read now. */
    public Sent submission(String text) {
        try {
            byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
            Submit asked = (Submit)
                    SubmissionCodec.decode(bytes, HERE, new Ids(client.keys().ids()))
                            .body();
            Acts.Submitted submitted = acts.submit(asked.spec(), null, null);
            return new Sent(submitted.job(), submitted.result(), null);
        } catch (UndecodableException | IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            return new Sent(null, new ActResult.NotSent("", sentence), "It still cannot be read: " + sentence);
        }
    }
}
