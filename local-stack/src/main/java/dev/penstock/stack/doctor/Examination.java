package dev.penstock.stack.doctor;

import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.doctor.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at a cluster through an admin client. */
public final class Examination {
    private final Admin admin;
    private final Kafka kafka;

    private Examination(Admin admin, Kafka kafka) {
        this.admin = admin;
        this.kafka = kafka;
    }

    /**
     * Examines a cluster.
     *
     * @param client properties of the admin client, {@code bootstrap.servers} among them
     * @param prefix of the installation's topics
     * @throws IllegalStateException when the cluster does not answer
     */
    public static List<Finding> of(Map<String, Object> client, String prefix) {
        String where = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        try (Admin admin = Admin.create(client)) {
            return new Examination(admin, Kafka.at(where).prefix(prefix)).findings();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The Kafka cluster at " + where + " does not answer: " + e.getMessage()
                            + ". Is it running, and are address and credentials right?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the cluster at " + where, e);
        }
    }

    private List<Finding> findings() throws ExecutionException, InterruptedException {
        List<Node> nodes = List.copyOf(admin.describeCluster().nodes().get());
        List<Finding> findings = new ArrayList<>();
        var levels = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        Features.ALL.forEach(feature -> findings.add(feature.judge(levels)));
        findings.add(brokers(nodes));
        Config broker = settings(nodes.get(0));
        findings.add(insync(nodes, broker));
        for (Copies copies : Copies.ALL) {
            findings.add(copies.judge(nodes.size(), broker, copiesOf(copies.topic())));
        }
        Wish.ALL.forEach(wish -> findings.add(wish.judge(broker.get(wish.setting()))));
        findings.addAll(Topics.judge(admin, kafka, nodes.size()));
        return findings;
    }

    /** Copies of a topic of Kafka's own; empty as long as nobody has needed it. */
    private Optional<Integer> copiesOf(String topic) throws ExecutionException, InterruptedException {
        if (!admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get()
                .contains(topic)) {
            return Optional.empty();
        }
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return Optional.ofNullable(description)
                .map(found -> found.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0));
    }

    private static Finding brokers(List<Node> nodes) {
        if (nodes.size() < 3) {
            return new Finding(
                    Weight.COSTS,
                    nodes.size() + " broker(s)",
                    "everything stops while one is down, and its disk is the only copy; three survive the loss of one",
                    "add brokers; here: ./penstock up --brokers 3, on a data folder of its own");
        }
        return Finding.good(nodes.size() + " brokers");
    }

    private static Finding insync(List<Node> nodes, Config broker) {
        ConfigEntry entry = broker.get("min.insync.replicas");
        String value = entry == null || entry.value() == null ? "1" : entry.value();
        if (nodes.size() >= 3 && Integer.parseInt(value) < 2) {
            return new Finding(
                    Weight.COSTS,
                    "min.insync.replicas = " + value + ", wanted: 2",
                    "topics that others make hold acknowledged records in one copy only; Penstock's own set it themselves",
                    "kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type brokers --entity-default"
                            + " --add-config min.insync.replicas=2");
        }
        return Finding.good("min.insync.replicas = " + value);
    }

    @SuppressWarnings("NullAway") // the map has the one resource that was asked for
    private Config settings(Node node) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        return admin.describeConfigs(List.of(resource)).values().get(resource).get();
    }
}
