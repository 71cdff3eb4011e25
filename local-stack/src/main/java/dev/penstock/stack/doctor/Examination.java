package dev.penstock.stack.doctor;

import dev.penstock.stack.doctor.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at a cluster through an admin client. */
public final class Examination {
    private static final String SHARE_GROUPS = "share.version";

    private final Admin admin;

    private Examination(Admin admin) {
        this.admin = admin;
    }

    /**
     * Examines a cluster.
     *
     * @param client properties of the admin client, {@code bootstrap.servers} among them
     * @throws IllegalStateException when the cluster does not answer
     */
    public static List<Finding> of(Map<String, Object> client) {
        String where = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        try (Admin admin = Admin.create(client)) {
            return new Examination(admin).findings();
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
        findings.add(shareGroups());
        findings.add(copies(nodes));
        Config broker = settings(nodes.get(0));
        findings.add(insync(nodes, broker));
        for (Wish wish : Wish.ALL) {
            ConfigEntry entry = broker.get(wish.setting());
            findings.add(wish.judge(entry == null ? null : entry.value()));
        }
        return findings;
    }

    private Finding shareGroups() throws ExecutionException, InterruptedException {
        FinalizedVersionRange level = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(SHARE_GROUPS);
        if (level == null || level.maxVersionLevel() < 1) {
            return new Finding(
                    Weight.BREAKS,
                    "share groups (KIP-932) are off",
                    "no worker can take a job; with Kafka 4.2 or newer: kafka-features.sh upgrade --feature share.version=1");
        }
        return Finding.good("share groups are on (" + SHARE_GROUPS + " = " + level.maxVersionLevel() + ")");
    }

    private static Finding copies(List<Node> nodes) {
        if (nodes.size() < 3) {
            return new Finding(
                    Weight.COSTS,
                    nodes.size() + " broker(s)",
                    "everything stops while one is down, and its disk is the only copy; three survive the loss of one");
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
                    "topics that others make hold acknowledged records in one copy only; Penstock's own set it themselves");
        }
        return Finding.good("min.insync.replicas = " + value);
    }

    @SuppressWarnings("NullAway") // the map has the one resource that was asked for
    private Config settings(Node node) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        return admin.describeConfigs(List.of(resource)).values().get(resource).get();
    }
}
