package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.timer.KeyRing;
import dev.penstock.processor.timer.PlainSender;
import dev.penstock.processor.timer.TimerToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "A4: a revocation stays while a copy of the dispatch may turn up, also of a deleted job, and then goes")
    void aRevocationStaysAsLongAsItIsNeeded() throws Exception {
        try (Rig rig = new Rig(folder, 2)) {
            rig.processor();
            rig.queue("mail");
            JobId job = rig.submit("stale", "\"type\":\"email.send\",\"queue\":\"mail\"");
            Hand hand = rig.hand("mail").beating();
            WorkOrder first = hand.dispatch(job, 1);
            lostDispatch(rig, job, first.number());
            hand.dispatch(job, 2);
            rig.send(new Act.Abort(job));
            rig.events.await(job, Ending.JobAborted.class);
            rig.send(new Act.Delete(job));
            rig.events.await(job, Ending.JobDeleted.class);

            try (KafkaShareConsumer<String, String> group = group(rig)) {
                List<ConsumerRecord<String, String>> copies = take(group, 2);
                hand.report(first, new Report.StaleDropped(job, hand.lease(first)));
                group.acknowledge(copies.get(0), AcknowledgeType.ACCEPT);
                group.acknowledge(copies.get(1), AcknowledgeType.RELEASE);
                group.commitSync();
                // The second copy lies there again: twice as long as nothing would have to be there for.
                Thread.sleep(Rig.TIMING.lostAfter().multipliedBy(2).toMillis());
                assertThat(last(rig, job)).as("revoked while a copy lies there").isNotNull();

                take(group, 1).forEach(copy -> group.acknowledge(copy, AcknowledgeType.ACCEPT));
                group.commitSync();
                Rig.await("the revocation goes with the last copy", () -> last(rig, job) == null);
            }
        }
    }

    private static void lostDispatch(Rig rig, JobId job, long number) {
        try (PlainSender sender = new PlainSender(rig.kafka, new TimerToken(new KeyRing(rig.keys())))) {
            sender.timer(new Timer.DispatchLost(job, number));
        }
    }

    private static KafkaShareConsumer<String, String> group(Rig rig) {
        String topic = rig.kafka.topics().work("mail", Priority.NORMAL);
        KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                rig.kafka.client(Map.of(
                        "group.id", rig.kafka.topics().shareGroup(topic), "share.acknowledgement.mode", "explicit")),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** Takes as many records at once; fewer are given back and waited for. */
    private static List<ConsumerRecord<String, String>> take(KafkaShareConsumer<String, String> group, int count) {
        List<ConsumerRecord<String, String>> taken = new ArrayList<>();
        Rig.await(count + " copies", () -> {
            taken.clear();
            group.poll(Duration.ofMillis(200)).forEach(taken::add);
            if (taken.size() < count) {
                taken.forEach(one -> group.acknowledge(one, AcknowledgeType.RELEASE));
            }
            return taken.size() >= count;
        });
        return taken;
    }

    private static byte[] last(Rig rig, JobId job) {
        try (Topic revoked = new Topic(rig.kafka, rig.kafka.topics().revoked(), true)) {
            List<ConsumerRecord<String, byte[]>> entries = new ArrayList<>();
            Rig.await("the revocation is read", () -> {
                entries.clear();
                revoked.all().stream().filter(r -> r.key().equals(job.value())).forEach(entries::add);
                return !entries.isEmpty();
            });
            return entries.get(entries.size() - 1).value();
        }
    }
}
