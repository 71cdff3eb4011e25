package dev.penstock.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.wire.SubmissionCodec.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final Ids ids = new Ids(Secret.random());

    @Test
    void random_ids_sort_by_their_time_and_do_not_repeat() {
        JobId early = Ids.random(Instant.parse("2026-01-01T00:00:00Z"));
        JobId late = Ids.random(Instant.parse("2026-01-01T00:00:00.001Z"));
        assertThat(early).isLessThan(late);
        assertThat(early.value()).matches("[0-9a-z]{20}\\.0");
        Set<JobId> many = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(Ids.random());
        }
        assertThat(many).hasSize(10_000);
    }

    @Test
    void one_key_of_one_tenant_is_one_job_and_tells_nothing_without_the_secret() {
        assertThat(ids.fromKey("default", "ana@example.org")).isEqualTo(ids.fromKey("default", "ana@example.org"));
        assertThat(ids.fromKey("default", "ana@example.org")).isNotEqualTo(ids.fromKey("other", "ana@example.org"));
        assertThat(ids.fromKey("a", "bc")).isNotEqualTo(ids.fromKey("ab", "c"));
        assertThat(new Ids(Secret.random()).fromKey("default", "k")).isNotEqualTo(ids.fromKey("default", "k"));
    }

    @Test
    void a_place_is_a_job_and_a_child_stays_in_its_family() {
        assertThat(ids.fromPlace(new Place("jobs.submissions", 3, 17)))
                .isEqualTo(ids.fromPlace(new Place("jobs.submissions", 3, 17)))
                .isNotEqualTo(ids.fromPlace(new Place("jobs.submissions", 3, 18)));
        JobId parent = Ids.random();
        assertThat(ids.child(parent, "page 1")).isEqualTo(ids.child(parent, "page 1"));
        assertThat(ids.child(parent, "page 1").route()).isEqualTo(parent.route());
    }

    private static JobSpec job(String type, String payload, String... fields) {
        return NewJob.of(type, new Json(payload))
                .unique(JobSpec.OnConflict.IGNORE, fields)
                .spec(Instant.EPOCH);
    }

    @Test
    void unique_jobs_meet_in_one_route_however_their_arguments_are_written() {
        String route = ids.uniqueRoute("t", job("a", "{\"x\":1,\"y\":{\"b\":2,\"a\":[1,\"z\"]},\"n\":0}", "x", "y"));
        assertThat(route).matches("u[0-9a-z]{26}");
        assertThat(ids.uniqueRoute(
                        "t", job("a", "{ \"y\": {\"a\":[1.0,\"z\"], \"b\":2}, \"x\": 1.0, \"n\":7 }", "y", "x")))
                .isEqualTo(route);
        for (String other : new String[] {"{\"x\":2}", "{\"x\":\"1\"}", "{\"x\":null}", "{}", "[]"}) {
            assertThat(ids.uniqueRoute("t", job("a", other, "x", "y"))).isNotEqualTo(route);
        }
        assertThat(ids.uniqueRoute("t", job("a", "{\"x\":null}", "x")))
                .isEqualTo(ids.uniqueRoute("t", job("a", "{}", "x")))
                .isNotEqualTo(ids.uniqueRoute("t", job("b", "{}", "x")))
                .isNotEqualTo(ids.uniqueRoute("u", job("a", "{}", "x")))
                .isNotEqualTo(new Ids(Secret.random()).uniqueRoute("t", job("a", "{}", "x")));
    }

    @Test
    void every_unique_job_has_an_id_of_its_own_and_one_from_a_place_is_the_same_when_read_again() {
        JobSpec spec = job("a", "{\"x\":1}", "x");
        assertThat(ids.unique("t", spec)).isNotEqualTo(ids.unique("t", spec));
        assertThat(ids.unique("t", spec).route()).isEqualTo(ids.uniqueRoute("t", spec));
        Place place = new Place("jobs.submissions", 3, 17);
        assertThat(ids.fromUnique("t", spec, place)).isEqualTo(ids.fromUnique("t", spec, place));
        assertThat(ids.fromUnique("t", spec, place).route()).isEqualTo(ids.uniqueRoute("t", spec));
    }

    @Test
    void a_lease_token_fits_its_dispatch_alone_and_survives_one_rotation() {
        JobId job = Ids.random();
        Secrets first = Secrets.of(Secret.random());
        String token = new LeaseToken(first).issue(job, 1, 2, 913);
        LeaseToken rotated = new LeaseToken(first.rotated());
        assertThat(token).hasSize(22);
        assertThat(rotated.fits(token, job, new Lease(1, 2, 913, "w-1"))).isTrue();
        assertThat(rotated.fits(token, job, new Lease(1, 2, 914, "w-1"))).isFalse();
        assertThat(rotated.fits(token, job, new Lease(2, 1, 913, "w-1"))).isFalse();
        assertThat(rotated.fits(token, Ids.random(), new Lease(1, 2, 913, "w-1")))
                .isFalse();
        assertThat(rotated.fits(null, job, new Lease(1, 2, 913, "w-1"))).isFalse();
        assertThat(rotated.fits("?", job, new Lease(1, 2, 913, "w-1"))).isFalse();
        LeaseToken twice = new LeaseToken(first.rotated().rotated());
        assertThat(twice.fits(token, job, new Lease(1, 2, 913, "w-1"))).isFalse();
    }
}
