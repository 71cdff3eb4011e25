package dev.penstock.api.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All secrets of an installation.
 *
 * @param leases make and check lease tokens: processors alone
 * @param ids names jobs after idempotency keys; never changed, or the same key would name another job
 * @param acts sign what people and services ask for
 * @param artifacts make (processors) and check (the admin UI) upload tokens
 * @param calls make (the admin UI) and check (projectors) the tokens of calls from one program to another
 */
public record Keys(Secrets leases, Secret ids, ActKeys acts, Secrets artifacts, Secrets calls) {
    /** The key of the admin UI, which authenticates people. */
    public static final String UI = "ui";

    /** The key of workers, which declare queues, job types and templates at their start. */
    public static final String WORKER = "worker";

    /** New secrets, with act keys for the admin UI and for workers. */
    public static Keys random() {
        ActKey worker = new ActKey(
                WORKER,
                Secrets.of(Secret.random()),
                Set.of("putqueue", "putpolicy", "puttemplate", "putschedule"),
                Set.of(ActKey.ALL));
        return new Keys(
                Secrets.of(Secret.random()),
                Secret.random(),
                new ActKeys(List.of(ActKey.full(UI), worker)),
                Secrets.of(Secret.random()),
                Secrets.of(Secret.random()));
    }

    /** The act key of that id, or a sentence that says how to make one. */
    public ActKey act(String id) {
        ActKey key = acts.find(id);
        if (key == null) {
            throw new IllegalArgumentException("The keys file has no act key called " + id + "; it has "
                    + acts.all().keySet() + ". Make it with: penstock keys create " + id + " --may …");
        }
        return key;
    }

    /** These with one more act key, or another one of the same id. */
    public Keys with(ActKey key) {
        List<ActKey> all = new ArrayList<>(acts.all().values());
        all.removeIf(old -> old.id().equals(key.id()));
        all.add(key);
        return new Keys(leases, ids, new ActKeys(all), artifacts, calls);
    }

    /** These after a rotation of everything that can be rotated: the previous secrets are still accepted. */
    public Keys rotated() {
        List<ActKey> all = new ArrayList<>();
        for (ActKey key : acts.all().values()) {
            all.add(new ActKey(key.id(), key.secrets().rotated(), key.may(), key.queues()));
        }
        return new Keys(leases.rotated(), ids, new ActKeys(all), artifacts.rotated(), calls.rotated());
    }

    @Override
    public String toString() {
        return "keys " + acts.all().keySet();
    }
}
