package dev.penstock.processor.app;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.processor.ahead.Scout;
import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.delay.Relay;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.due.Watch;
import dev.penstock.processor.fence.Bearings;
import dev.penstock.processor.fence.Fencing;
import dev.penstock.processor.observe.Drops;
import dev.penstock.processor.observe.Observer;
import dev.penstock.processor.observe.Pulse;
import dev.penstock.processor.observe.Rounds;
import dev.penstock.processor.settings.QueueTopics;
import dev.penstock.processor.settings.SettingsFollower;
import dev.penstock.processor.stream.Parts;
import dev.penstock.processor.stream.RunningStream;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.processor.timer.KeyRing;
import dev.penstock.processor.timer.PlainSender;
import dev.penstock.processor.timer.TimerToken;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * A processor, put together: the topology, and around it what time, workers and gone processors need. The order of the
 * start is the order in which one needs the other.
 */
public final class WriteSide implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final String VERSION = "0.1.0";
    private static final long MOST_LAG = 10_000;

    private final Closing closing;
    private final LivePartitions live = new LivePartitions();
    private final KeyRing keys;
    private final SettingsFollower known;
    private final Observer observer;
    private final Relay relay;
    private final RunningStream stream;

    private WriteSide(WriteSideSettings settings, StreamMeter meter, Closing closing) throws InterruptedException {
        this.closing = closing;
        Kafka kafka = settings.kafka();
        int partitions = settings.sizing().partitions();
        KeysFile keysFile = new KeysFile(settings.keysFile());
        keys = new KeyRing(keysFile.readOrCreate());
        closing.add(new KeyRefresh(keysFile, keys));
        Admin admin = closing.add(Admin.create(kafka.client(Map.of())));
        TopicCheck check = new TopicCheck(admin, kafka, settings.sizing());
        check.ensure();
        new Bearings(admin, kafka, settings.applicationId(), partitions).check();

        QueueTopics queues = closing.add(new QueueTopics(check));
        known = closing.add(new SettingsFollower(kafka, queues));
        known.start(START_PATIENCE);
        refuseNewerState();

        PlainSender sender = closing.add(new PlainSender(kafka, new TimerToken(keys)));
        observer = closing.add(observer(settings, sender));
        observer.start();
        Rounds rounds = closing.add(new Rounds(admin, kafka, observer.time(), settings.timing(), subjects(settings)));
        rounds.start();
        closing.add(new Fencing(admin, settings.applicationId())).start();
        relay = closing.add(new Relay(kafka, observer.time(), sender));
        relay.start();

        Watch watch = new Watch(observer.time(), observer, rounds.work(), rounds.shares(observer));
        Scout scout = closing.add(new Scout(kafka, partitions));
        stream = closing.add(
                new RunningStream(settings.stream(), parts(settings, watch, sender, queues::open, scout, meter)));
        stream.start();
        scout.start();
        declareDefaultQueue(sender, kafka);
    }

    /** Before a store is opened, so that an older version never touches what a newer one has written (B14). */
    private void refuseNewerState() {
        String objection = Levels.objection(known.find(Levels.KEY));
        if (objection != null) {
            throw new IllegalStateException(objection);
        }
    }

    private Observer observer(WriteSideSettings settings, PlainSender sender) {
        Pulse pulse = new Pulse(
                sender,
                settings.kafka().topics().workers(),
                Ids.process("processor"),
                VERSION,
                settings.timing().pulse());
        Drops drops = new Drops(live, settings.sizing().partitions(), sender);
        return new Observer(settings.kafka(), settings.timing(), pulse, drops);
    }

    private Rounds.Subjects subjects(WriteSideSettings settings) {
        return new Rounds.Subjects(
                known::queues,
                live,
                settings.sizing().partitions(),
                Relay.group(settings.kafka().topics()));
    }

    private Parts parts(
            WriteSideSettings settings,
            Watch watch,
            PlainSender sender,
            Parts.Queues queues,
            Scout scout,
            StreamMeter meter) {
        return new Parts(
                settings.kafka().topics(),
                settings.sizing().partitions(),
                keys,
                known,
                queues,
                watch,
                sender,
                scout,
                live,
                meter,
                settings.timing().lostAfter());
    }

    /**
     * Starts it. Returns when the topology has been started; partitions may still be restored.
     *
     * @throws dev.penstock.api.topic.TopicMisfit if a topic does not fit
     * @throws IllegalStateException with a sentence if it is not safe to start
     */
    public static WriteSide start(WriteSideSettings settings, StreamMeter meter) throws InterruptedException {
        Closing closing = new Closing();
        try {
            return new WriteSide(settings, meter, closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** Whether everything that has to run, runs. */
    public boolean isAlive() {
        return stream.isAlive() && observer.isAlive() && relay.isAlive() && known.isAlive();
    }

    /** Whether it decides commands about as fast as they come, and knows where to put a job that names no queue. */
    public boolean isReady() {
        return stream.isRunning() && stream.lag() < MOST_LAG && known.queues().contains(JobSpec.DEFAULT_QUEUE);
    }

    /** For people: state of the stream, lag, leases in force. */
    public Map<String, String> facts() {
        return Map.of(
                "stream", stream.state(),
                "lag", Long.toString(stream.lag()),
                "partitions", live.numbers().toString(),
                "leases", Integer.toString(live.leases()),
                "queues", known.queues().toString());
    }

    @Override
    public void close() {
        closing.close();
    }

    /** The queue of submissions that name none. */
    private void declareDefaultQueue(PlainSender sender, Kafka kafka) {
        Setting.Queue queue = Setting.Queue.named(JobSpec.DEFAULT_QUEUE, "Jobs that name no queue.");
        if (known.find(queue.key()) == null) {
            CommandMessage put = CommandMessage.of(
                    Ids.command(), Actor.system("processor"), new SettingCommand.PutQueue(queue, true));
            sender.send(
                    kafka.topics().commands(),
                    queue.key(),
                    CommandCodec.encode(keys.keys().act(Keys.WORKER).sign(put)),
                    (place, failure) -> {});
        }
    }
}
