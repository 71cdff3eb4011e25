package dev.penstock.processor.fence;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.jboss.logging.Logger;

/**
 * Ends the transactions of processors that are gone (A1, detail 2): an open one holds up every reader of committed
 * records, and the successor too, until it times out after 60 s.
 *
 * <p>Fenced is who has an open transaction for over 3 s and whose process is in the group no more; a process that is only
 * paused and has been put out of the group is fenced as well, and finds out when it goes on. Level, not edge: looked for
 * every two seconds by every processor, and closely once something is suspicious: a successor can do nothing before.
 */
public final class Fencing implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Fencing.class);
    private static final Duration OLD = Duration.ofSeconds(3);
    private static final long EVERY_MILLIS = 2_000;
    /** While one is open that is old, and its process still counts as a member: it may be about to be put out of the group. */
    private static final long SUSPICIOUS_MILLIS = 250;

    private static final long PATIENCE_SECONDS = 20;

    /** Kafka Streams names a transactional id after application, process and thread. */
    private final Pattern transactionalId;

    private final Admin admin;
    private final String application;
    private volatile boolean suspicious;

    private final Thread thread =
            Thread.ofPlatform().name("penstock-fencing").daemon().unstarted(this::watch);

    public Fencing(Admin admin, String application) {
        this.admin = admin;
        this.application = application;
        this.transactionalId = Pattern.compile("(" + Pattern.quote(application) + "-[0-9a-f-]{36})-\\d+");
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Fences those that are gone; returns their transactional ids. */
    public List<String> fenceTheGone() throws InterruptedException, ExecutionException, TimeoutException {
        ListTransactionsOptions old = new ListTransactionsOptions()
                .filterStates(List.of(TransactionState.ONGOING))
                .filterOnDuration(OLD.toMillis())
                .filterOnTransactionalIdPattern(Pattern.quote(application) + "-.*");
        Collection<TransactionListing> open = of(admin.listTransactions(old).all());
        suspicious = !open.isEmpty();
        if (open.isEmpty()) {
            return List.of();
        }
        Set<String> members = members();
        List<String> gone = open.stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> isOfNone(id, members))
                .toList();
        if (!gone.isEmpty()) {
            of(admin.fenceProducers(gone).all());
            LOG.warnf("Fenced the transactions of processors that are gone: %s", gone);
        }
        return gone;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(suspicious ? SUSPICIOUS_MILLIS : EVERY_MILLIS);
                fenceTheGone();
            } catch (InterruptedException e) {
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.debugf("Open transactions could not be looked at: %s", e);
            }
        }
    }

    private boolean isOfNone(String id, Set<String> members) {
        Matcher matcher = transactionalId.matcher(id);
        return matcher.matches() && members.stream().noneMatch(member -> member.startsWith(matcher.group(1)));
    }

    /** Client ids of the group's members begin with application and process, as the transactional ids do. */
    private Set<String> members() throws InterruptedException, ExecutionException, TimeoutException {
        return of(admin.describeConsumerGroups(List.of(application)).all()).values().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.clientId())
                .collect(Collectors.toSet());
    }

    private static <T> T of(KafkaFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
