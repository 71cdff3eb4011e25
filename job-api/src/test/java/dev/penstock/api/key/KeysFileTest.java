package dev.penstock.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.Lease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysFileTest {
    @TempDir
    Path folder;

    @Test
    void it_is_made_once_by_whoever_comes_first_and_only_its_owner_can_read_it() throws Exception {
        Path path = folder.resolve("data/keys.properties");
        Callable<String> start = () -> new KeysFile(path).readOrCreate().ids().written();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            Set<String> seen = pool
                    .invokeAll(Stream.generate(() -> start).limit(8).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .collect(Collectors.toSet());
            assertThat(seen).hasSize(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path)).contains("act.worker.may=putpolicy,putqueue,putschedule,puttemplate");
    }

    @Test
    void a_file_from_before_there_were_artifacts_has_a_key_for_them_all_the_same() throws Exception {
        Path path = folder.resolve("keys.properties");
        Keys before = new KeysFile(path).readOrCreate();
        String old = Files.readString(path).replaceAll("(?m)^(artifacts|calls).*\\n", "");
        Files.writeString(path, old);
        Keys one = new KeysFile(path).read();
        Keys two = new KeysFile(path).read();
        var job = Ids.random();
        String token = new UploadToken(one.artifacts()).issue(job, 7);
        assertThat(new UploadToken(two.artifacts()).fits(token, job, 7)).isTrue();
        assertThat(new UploadToken(before.artifacts()).fits(token, job, 7)).isFalse();
        assertThat(new UploadToken(one.rotated().artifacts()).fits(token, job, 7))
                .isTrue();
        assertThat(one.calls())
                .isEqualTo(two.calls())
                .isNotEqualTo(before.calls())
                .isNotEqualTo(one.artifacts());
    }

    @Test
    void a_file_that_others_can_read_is_refused() throws Exception {
        Path path = folder.resolve("keys.properties");
        new KeysFile(path).readOrCreate();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new KeysFile(path).read())
                .hasMessageContaining("can be used by others (rw-r-----)")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_rotation_keeps_the_previous_secrets_and_the_names_of_jobs() {
        KeysFile file = new KeysFile(folder.resolve("keys.properties"));
        Keys before = file.readOrCreate();
        var job = Ids.random();
        String token = new LeaseToken(before.leases()).issue(job, 1, 1, 0);
        file.change(Keys::rotated);
        Keys after = file.read();
        assertThat(new LeaseToken(after.leases()).fits(token, job, new Lease(1, 1, 0, "w")))
                .isTrue();
        assertThat(new LeaseToken(after.leases()).issue(job, 1, 1, 0)).isNotEqualTo(token);
        assertThat(new Ids(after.ids()).fromKey("default", "k"))
                .isEqualTo(new Ids(before.ids()).fromKey("default", "k"));
    }

    @Test
    void a_service_gets_a_key_of_its_own() {
        KeysFile file = new KeysFile(folder.resolve("keys.properties"));
        file.readOrCreate();
        file.change(keys -> keys.with(
                new ActKey("billing", Secrets.of(Secret.random()), Set.of("abort", "retry"), Set.of("mail"))));
        ActKey read = file.read().act("billing");
        assertThat(read.may()).containsExactlyInAnyOrder("abort", "retry");
        assertThat(read.queues()).containsExactly("mail");
        assertThatThrownBy(() -> file.read().act("nobody")).hasMessageContaining("penstock keys create nobody");
        assertThat(file.read().toString())
                .doesNotContain(read.secrets().current().written());
    }

    @Test
    void a_missing_or_damaged_file_says_what_to_do() throws Exception {
        Path path = folder.resolve("keys.properties");
        assertThatThrownBy(() -> new KeysFile(path).read()).hasMessageContaining("first start of a processor");
        new KeysFile(path).readOrCreate();
        Files.writeString(path, "ids=short");
        assertThatThrownBy(() -> new KeysFile(path).read()).hasMessageContaining("lease.current");
    }
}
