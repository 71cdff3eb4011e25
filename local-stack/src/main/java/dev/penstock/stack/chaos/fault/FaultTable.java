package dev.penstock.stack.chaos.fault;

import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.Site;
import dev.penstock.stack.process.ChildProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The ways to break a process, a clock, a broker or a share group. */
final class FaultTable {
    static final String BROKER_KILLED = "broker killed";

    /** Longer than the lease and the share group's lock. */
    private static final int LONG_MS = 8_000;

    private final Site site;
    private final Journal journal;
    private final Random dice;

    FaultTable(Site site, Journal journal, Random dice) {
        this.site = site;
        this.journal = journal;
        this.dice = dice;
    }

    List<Fault> all() {
        List<Fault> all = new ArrayList<>(List.of(
                new Fault("worker killed", 10, false, name -> one(site.workers(), name, this::killAndRestart)),
                new Fault("worker frozen", 10, false, name -> one(site.workers(), name, this::freeze)),
                new Fault("worker restarted", 4, false, name -> one(site.workers(), name, this::stopAndRestart)),
                new Fault("processor killed", 8, false, name -> one(site.processors(), name, this::killAndRestart)),
                new Fault("processor frozen", 6, false, name -> one(site.processors(), name, this::freeze)),
                new Fault("processor restarted", 3, false, name -> one(site.processors(), name, this::stopAndRestart)),
                new Fault("projector killed", 3, false, name -> one(site.projectors(), name, Member::kill)),
                new Fault("all processors frozen", 3, true, this::freezeAllProcessors),
                new Fault("share groups deleted", 1, true, new GroupDeletion(site, journal)::strike),
                new Fault(BROKER_KILLED, 3, true, name -> broker(name, ChildProcess::kill)),
                new Fault("broker frozen", 2, true, this::freezeBroker)));
        if (Site.canSetClocks()) {
            all.add(new Fault("worker's clock jumps", 5, false, name -> one(site.workers(), name, this::jump)));
        }
        return all;
    }

    private interface Harm {
        void to(Member member) throws InterruptedException;
    }

    /** One that no other fault works at. */
    private void one(List<Member> members, String name, Harm harm) throws InterruptedException {
        List<Member> shuffled = new ArrayList<>(members);
        java.util.Collections.shuffle(shuffled, dice);
        for (Member member : shuffled) {
            if (member.take()) {
                int number = journal.begins(name, member.name());
                try {
                    harm.to(member);
                } finally {
                    member.giveBack();
                    journal.ends(number);
                }
                return;
            }
        }
    }

    private void killAndRestart(Member member) throws InterruptedException {
        member.kill();
        Thread.sleep(dice.nextInt(3_000));
        member.restart();
    }

    private void stopAndRestart(Member member) {
        member.stop();
        member.restart();
    }

    private void freeze(Member member) throws InterruptedException {
        member.freeze();
        Thread.sleep(LONG_MS + dice.nextInt(4_000));
        member.thaw();
    }

    private void jump(Member member) throws InterruptedException {
        Clocks.set(member, dice.nextBoolean() ? 3_600 : -3_600);
        Thread.sleep(4_000);
        Clocks.set(member, 0);
    }

    /** Nobody decides for longer than a lease: when they go on, nobody may have lost one for it (failure scenario A8). */
    private void freezeAllProcessors(String name) throws InterruptedException {
        List<Member> taken = site.processors().stream().filter(Member::take).toList();
        int number = journal.begins(name, "all processors");
        taken.forEach(Member::freeze);
        Thread.sleep(LONG_MS + dice.nextInt(6_000));
        taken.forEach(Member::thaw);
        taken.forEach(Member::giveBack);
        journal.ends(number);
    }

    private interface BrokerHarm {
        void to(ChildProcess node);
    }

    private void broker(String name, BrokerHarm harm) throws InterruptedException {
        List<ChildProcess> nodes = site.broker().processes();
        int at = dice.nextInt(nodes.size());
        int number = journal.begins(name, Journal.EVERYBODY);
        harm.to(nodes.get(at));
        // One of three is missed for a while; one alone is wanted back soon.
        Thread.sleep(nodes.size() == 1 ? dice.nextInt(1_500) : 3_000 + dice.nextInt(9_000));
        site.broker().restart();
        journal.ends(number);
    }

    private void freezeBroker(String name) throws InterruptedException {
        List<ChildProcess> nodes = site.broker().processes();
        ChildProcess node = nodes.get(dice.nextInt(nodes.size()));
        int number = journal.begins(name, Journal.EVERYBODY);
        node.pause();
        Thread.sleep(LONG_MS);
        node.resume();
        journal.ends(number);
    }
}
