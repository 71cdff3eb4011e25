package dev.penstock.processor.stream;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.deadletter.Letters;
import dev.penstock.processor.due.Watch;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.store.TooLarge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Turns outputs into records; all of a command's, before the first is forwarded. */
final class Outlet {
    private static final String SOURCE = "/penstock/processor";
    private static final String TYPE = "dev.penstock.";

    private final TopicNames topics;
    private final Watch.LogTime time;

    Outlet(TopicNames topics, Watch.LogTime time) {
        this.topics = topics;
        this.time = time;
    }

    /** @throws TooLarge if one would not fit into a record (A1) */
    List<Addressed> records(List<Output> outputs, Incoming in) {
        List<Addressed> records = new ArrayList<>(outputs.size());
        for (Output output : outputs) {
            Addressed record = record(output, in);
            if (record == null) {
                continue;
            }
            if (record.size() > TooLarge.MAX_BYTES) {
                throw new TooLarge("Its record for " + record.topic() + " would have "
                        + record.size() + " bytes, at most "
                        + TooLarge.MAX_BYTES + " are sent.");
            }
            records.add(record);
        }
        return records;
    }

    /** Null for what does not leave in the transaction. */
    private @Nullable Addressed record(Output output, Incoming in) {
        return switch (output) {
            case Output.Event o -> event(o.message());
            case Output.Work o -> work(o.order());
            case Output.Retry o -> retry(o.pointer(), in);
            case Output.Dead o -> dead(o.key(), o.letter(), in.message().id());
            case Output.Signal o -> named(topics.signals(), o.to(), Wire.write(o.signal()), in);
            case Output.Revoke o -> named(topics.revoked(), o.job().value(), Wire.write(o.revocation()), in);
            case Output.Granted o -> named(topics.grants(), o.worker(), Wire.write(o.grant()), in);
            case Output.Next o -> null;
            case Output.Behind o -> null;
            case Output.Gate o -> gate(o.name(), o.request());
            case Output.Changed o ->
                named(topics.settings(), o.key(), o.setting() == null ? null : Wire.write(o.setting()), in);
        };
    }

    private Addressed event(EventMessage m) {
        Addressed record = Addressed.to(topics.events(), m.route(), EventCodec.encode(m));
        Headers.cloudEvent(record.headers(), m.id(), TYPE + m.body().getClass().getSimpleName(), SOURCE, m.at());
        Headers.trace(record.headers(), m.traceparent());
        return record;
    }

    Addressed work(WorkOrder order) {
        Addressed record = Addressed.to(
                topics.work(order.queue(), order.lane()), order.job().value(), Wire.write(order));
        Headers.internal(record.headers(), order.job() + "#" + order.number(), order.traceparent());
        return record;
    }

    /** A request on its way to a gate. */
    Addressed gate(String name, GateRequest request) {
        Addressed record = Addressed.to(topics.gates(), name, Wire.write(request));
        WorkOrder order = request.order();
        Headers.internal(
                record.headers(), request.job() + "#" + request.lease(), order == null ? null : order.traceparent());
        return record;
    }

    /** The rung is chosen by what is left now: a command may have waited behind others since its append time. */
    private Addressed retry(RetryPointer pointer, Incoming in) {
        Instant now = time.now();
        Instant later = now == null || now.isBefore(in.at()) ? in.at() : now;
        TopicNames.Rung rung = TopicNames.Rung.fitting(Duration.between(later, pointer.due()));
        return named(topics.retry(rung), pointer.job().route(), Wire.write(pointer), in);
    }

    private Addressed named(String topic, String key, byte @Nullable [] value, Incoming in) {
        Addressed record = Addressed.to(topic, key, value);
        Headers.internal(record.headers(), in.message().id(), in.message().traceparent());
        return record;
    }

    private Addressed dead(String key, DeadLetter letter, String id) {
        return new Addressed(topics.deadLetter(), key, Letters.write(letter), Letters.headers(letter, id));
    }

    /** An act on its way behind the submissions of its partition; it keeps its bytes, which are signed, and its place. */
    Addressed behind(CommandMessage act, byte[] signed, RecordMetadata place) {
        Addressed record = Addressed.to(topics.submissions(), act.body().route(), signed);
        Headers.internal(record.headers(), act.id(), act.traceparent());
        record.headers().add(Intake.BEHIND, from(place));
        return record;
    }

    /** What nobody can read. */
    Addressed unreadable(String reason, byte @Nullable [] value, RecordMetadata place, Instant at) {
        DeadLetter.Source source = new DeadLetter.Source(place.topic(), place.partition(), place.offset());
        String id = place.topic() + "-" + place.partition() + "-" + place.offset();
        return dead(id, Letters.undecodable(reason, source, value, at), id);
    }

    /** A submission on its way to the partition of its route; it brings the names it was given here. */
    Addressed forwarded(CommandMessage message, RecordMetadata place, Instant at) {
        RecordHeaders headers = new RecordHeaders();
        Headers.cloudEvent(headers, message.id(), TYPE + "Submit", SOURCE, at);
        Headers.trace(headers, message.traceparent());
        headers.add(Intake.FORWARDED, from(place));
        return new Addressed(topics.submissions(), message.body().route(), SubmissionCodec.encode(message), headers);
    }

    private static byte[] from(RecordMetadata place) {
        return (place.topic() + "-" + place.partition() + "-" + place.offset()).getBytes(StandardCharsets.UTF_8);
    }
}
