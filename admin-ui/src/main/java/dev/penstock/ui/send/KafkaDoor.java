package dev.penstock.ui.send;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The doors in Kafka. */
@ApplicationScoped
public class KafkaDoor implements CommandDoor {
    private final SignedClient client;

    @Inject
    public KafkaDoor(SignedClient client) {
        this.client = client;
    }

    @Override
    public String act(Command command, Who who) {
        return through(kafka -> kafka.act(command, acting(who)));
    }

    @Override
    public void act(String id, Command command, Who who) {
        through(kafka -> kafka.act(id, command, acting(who)));
    }

    private static Acting acting(Who who) {
        return new Acting(who.actor(), who.reason(), who.ifVersion());
    }

    @Override
    public Sent submit(JobSpec spec, @Nullable JobId id, @Nullable String key) {
        NewJob job = NewJob.of(spec);
        if (id != null) {
            job.id(id);
        }
        if (key != null) {
            job.idempotencyKey(key);
        }
        JobHandle handle = through(kafka -> kafka.submit(job));
        JobId named = handle.job();
        if (named == null) {
            throw new IllegalStateException("This client has the id secret, so every job has a name");
        }
        return new Sent(handle.command(), named);
    }

    private <T> T through(Function<JobClient, T> ask) {
        try {
            return ask.apply(client.get());
        } catch (KafkaException e) {
            throw new DoorClosed("Kafka does not take it: " + e.getMessage() + ". Is the broker running?", e);
        } catch (IllegalStateException e) {
            throw new DoorClosed(String.valueOf(e.getMessage()), e);
        }
    }
}
