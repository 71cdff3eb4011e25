package dev.penstock.stack.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafka.server.ControllerServer;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import scala.Option;

/**
 * What the cluster still believes of a node that was killed: that it lives, for as long as its session lasts. A broker that starts
 * meanwhile takes its old partitions for its own, begins to load their coordinators, and loses them again when the old session
 * ends. In Kafka 4.3.1 the end of such a load is then taken for the end of the next one: the coordinator answers from an empty
 * memory and writes beside what the log says, and a group may never again be told its offsets. So the broker waits until its
 * former self is gone. It costs nothing: before that its registration would be refused.
 */
final class FormerSelf implements MetadataPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final int node;
    private final CountDownLatch gone = new CountDownLatch(1);

    private FormerSelf(int node) {
        this.node = node;
    }

    /** Starts the controller and waits, at most {@link #PATIENCE}: a cluster without a majority tells nothing, and the broker copes. */
    static void awaitItsEnd(KafkaRaftServer server, int node) throws Exception {
        ControllerServer controller = controllerOf(server);
        controller.startup();
        FormerSelf former = new FormerSelf(node);
        controller.sharedServer().loader().installPublishers(List.of(former)).get();
        former.gone.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        controller.sharedServer().loader().removeAndClosePublisher(former).get();
    }

    /** The server starts both of its halves at once and offers neither; starting the controller twice is harmless. */
    private static ControllerServer controllerOf(KafkaRaftServer server) throws ReflectiveOperationException {
        var field = KafkaRaftServer.class.getDeclaredField("controller");
        field.setAccessible(true);
        return (ControllerServer) ((Option<?>) field.get(server)).get();
    }

    @Override
    public String name() {
        return "FormerSelf";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(node);
        if (registration == null || registration.fenced() || registration.inControlledShutdown()) {
            gone.countDown();
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
