package dev.penstock.stack.doctor;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.stack.doctor.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The topics of an installation, as far as they are there. */
final class Topics {
    private static final int COPIES = 3;

    private Topics() {}

    /** @param brokers how many there are: topics have as many copies, at most three */
    static List<Finding> judge(Admin admin, Kafka kafka, int brokers) throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        String submissions = kafka.topics().submissions();
        String ours = kafka.topics().prefix() + "*";
        if (!there.contains(submissions)) {
            return List.of(Finding.good("no topics " + ours + " yet; the first processor makes them"));
        }
        int copies = Math.min(COPIES, brokers);
        Sizing sizing = new Sizing(partitions(admin, submissions), copies, Math.max(1, copies - 1), 1);
        List<Finding> findings = new ArrayList<>();
        for (String misfit : new TopicCheck(admin, kafka, sizing).misfits()) {
            findings.add(
                    new Finding(Weight.BREAKS, misfit, "a processor or worker does not start, or jobs are lost", ""));
        }
        return findings.isEmpty() ? List.of(Finding.good("the topics " + ours + " are as they must be")) : findings;
    }

    /** The other topics are compared with this one: all must have the same count, whatever it is. */
    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }
}
