package dev.penstock.api.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are missing and refuses those that do not fit, before anything is written to them (failure
 * scenarios A3, C1-C3).
 *
 * <p>The processor calls {@link #ensure} at its start and {@link #ensureQueue} before the first dispatch to a queue; a worker
 * calls {@link #verifyQueue}, and does not start if that throws.
 */
public final class TopicCheck {
    private final Admin admin;
    private final Kafka kafka;
    private final TopicPlan plan;
    private final ShareGroups shareGroups;

    /** The check of one installation; {@code admin} stays the caller's to close. */
    public TopicCheck(Admin admin, Kafka kafka, Sizing sizing) {
        this.admin = admin;
        this.kafka = kafka;
        this.plan = new TopicPlan(kafka.topics(), sizing);
        this.shareGroups = new ShareGroups(admin);
    }

    /**
     * Makes the missing ones of all topics but the queues', compares the others, and writes the partition count down at the
     * first start.
     *
     * @throws TopicMisfit with a sentence for each topic that does not fit
     */
    public void ensure() {
        List<PlannedTopic> topics = plan.core();
        create(topics);
        refuse(differences(topics));
        new FirstStart(kafka).agree(plan.sizing().partitions());
    }

    /** Makes the work topics of a queue and sets up their share groups; what exists must fit. */
    public void ensureQueue(String queue) {
        List<PlannedTopic> topics = plan.work(queue);
        create(topics);
        refuse(differences(topics));
        for (PlannedTopic topic : topics) {
            shareGroups.configure(kafka.topics().shareGroup(topic.name()));
        }
    }

    /**
     * What a worker needs before it subscribes: the work topics exist and their share groups begin at the earliest record.
     *
     * @throws TopicMisfit with a sentence that says what is missing
     */
    public void verifyQueue(String queue) {
        List<String> names = kafka.topics().work(queue);
        Set<String> missing = Answers.missing(admin.describeTopics(names).topicNameValues());
        if (!missing.isEmpty()) {
            throw new TopicMisfit(List.of("The queue " + queue + " has no topic " + String.join(", ", missing) + " in "
                    + kafka + ": declare the queue, and let a processor run, which makes its topics"));
        }
        List<String> misfits = new ArrayList<>();
        for (String name : names) {
            misfits.addAll(shareGroups.misfits(kafka.topics().shareGroup(name)));
        }
        refuse(misfits);
    }

    /** What the topics and share groups that are there lack, a sentence each with what mends it; makes and changes nothing. */
    public List<String> misfits() {
        Set<String> there = Answers.of(admin.listTopics().names());
        List<PlannedTopic> topics = new ArrayList<>(plan.core());
        for (String queue : kafka.topics().queues(there)) {
            topics.addAll(plan.work(queue));
        }
        topics.removeIf(topic -> !there.contains(topic.name()));
        List<String> misfits = new ArrayList<>(differences(topics));
        for (String queue : kafka.topics().queues(there)) {
            for (String name : kafka.topics().work(queue)) {
                misfits.addAll(shareGroups.misfits(kafka.topics().shareGroup(name)));
            }
        }
        return misfits;
    }

    private void create(Collection<PlannedTopic> topics) {
        Set<String> there = Answers.of(admin.listTopics().names());
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(PlannedTopic::toCreate)
                .toList();
        // Two processors that start at once both find them missing; the second hears that they exist.
        admin.createTopics(missing).values().forEach((name, made) -> Answers.done(made, TopicExistsException.class));
        Leaders.await(admin, topics.stream().map(PlannedTopic::name).toList());
    }

    private List<String> differences(List<PlannedTopic> topics) {
        List<String> names = topics.stream().map(PlannedTopic::name).toList();
        Map<String, TopicDescription> found = Answers.described(admin, names);
        Map<ConfigResource, Config> configs = Answers.of(admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .collect(Collectors.toList()))
                .all());
        List<String> misfits = new ArrayList<>();
        for (PlannedTopic topic : topics) {
            Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            TopicDescription description = found.get(topic.name());
            if (config != null && description != null) {
                misfits.addAll(Fit.misfits(topic, description, config));
            }
        }
        return misfits;
    }

    private static void refuse(List<String> misfits) {
        if (!misfits.isEmpty()) {
            throw new TopicMisfit(misfits);
        }
    }
}
