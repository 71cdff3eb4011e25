package dev.penstock.processor.engine;

import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** What is kept of permanent failures, for people and for redrive. */
final class DeadLetters {
    private DeadLetters() {}

    static DeadLetter of(Job job, String reason, Instant at) {
        return new DeadLetter(reason, job.id(), job.spec(), job.run().round(), job.errors(), null, null, at);
    }

    static DeadLetter internal(Incoming in, String reason, RuntimeException e) {
        StringWriter stack = new StringWriter();
        e.printStackTrace(new PrintWriter(stack));
        Failure failure = new Failure(
                Failure.Kind.PERMANENT, e.getClass().getName(), String.valueOf(e.getMessage()), stack.toString());
        return new DeadLetter(
                reason,
                in.message().body() instanceof JobCommand c ? c.job() : null,
                in.message().body() instanceof Submit s ? s.spec() : null,
                0,
                List.of(failure),
                new DeadLetter.Source(in.topic(), in.partition(), in.offset()),
                null,
                in.at());
    }
}
