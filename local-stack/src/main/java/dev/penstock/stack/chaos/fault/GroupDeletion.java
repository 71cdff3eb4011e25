package dev.penstock.stack.chaos.fault;

import dev.penstock.api.job.Priority;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.chaos.worker.Steps;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Deletes the share groups of the busy queues while no worker is there (Kafka allows it only then): failure scenario A3. */
final class GroupDeletion {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Site site;
    private final Journal journal;

    GroupDeletion(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    void strike(String name) {
        List<Member> taken = site.workers().stream().filter(Member::take).toList();
        int number = journal.begins(name, Journal.EVERYBODY);
        taken.forEach(Member::kill);
        try (Admin admin = Admin.create(site.client())) {
            TopicNames topics = site.kafka().topics();
            List<String> groups = Stream.of(Steps.BUSY, Steps.ODD)
                    .map(queue -> topics.shareGroup(topics.work(queue, Priority.NORMAL)))
                    .toList();
            Await.until(PATIENCE, BETWEEN_TRIES, () -> deleted(admin, groups));
        }
        taken.forEach(Member::restart);
        taken.forEach(Member::giveBack);
        journal.ends(number);
    }

    /** Not before the group has noticed that its members are gone. */
    private static boolean deleted(Admin admin, List<String> groups) {
        try {
            admin.deleteShareGroups(groups).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
