package dev.penstock.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.CommandCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A7: acts are signed by who authenticated the person")
class ActKeysTest {
    private static final JobId JOB = new JobId("r1.0");
    private final ActKey full = ActKey.full("ui");
    private final ActKey mail = new ActKey(
            "mail-admin", Secrets.of(Secret.random()), Set.of("Abort", "retry", "PauseQueue"), Set.of("mail"));
    private final ActKeys keys = new ActKeys(List.of(full, mail));

    @Test
    void a_signed_act_is_good() throws Exception {
        assertThat(objection(full.sign(act(new Act.Delete(JOB))), "mail")).isNull();
        assertThat(objection(mail.sign(act(new Act.Retry(JOB)).withIfVersion(7L)), "mail"))
                .isNull();
        assertThat(objection(mail.sign(act(new SettingCommand.PauseQueue("mail"))), null))
                .isNull();
    }

    @Test
    void an_unsigned_act_says_how_to_sign_it() throws Exception {
        assertThat(objection(act(new Act.Retry(JOB)), "mail"))
                .contains("Retry of r1 by user:ana is not signed", "--may retry");
        assertThat(objection(act(new Act.Retry(JOB)).withToken("nobody.AAAA"), "mail"))
                .contains("act key nobody");
    }

    @Test
    void a_changed_act_is_forged() throws Exception {
        CommandMessage signed = full.sign(act(new Act.Retry(JOB)).withReason("asked for"));
        assertThat(objection(signed.withReason("another"), "mail")).contains("does not carry the signature");
        assertThat(objection(signed.withIfVersion(3L), "mail")).contains("does not carry the signature");
        assertThat(objection(act(new Act.Delete(JOB)).withToken(signed.token()), "mail"))
                .contains("does not carry the signature");
        assertThat(objection(act(new Act.Retry(new JobId("r2.0"))).withToken(signed.token()), "mail"))
                .contains("does not carry the signature");
    }

    @Test
    void a_field_this_version_does_not_know_is_signed_too() throws Exception {
        byte[] record = CommandCodec.encode(full.sign(act(new Act.Retry(JOB))));
        byte[] more = new String(record, StandardCharsets.UTF_8)
                .replace("{\"job\":\"r1.0\"}", "{\"job\":\"r1.0\",\"later\":1}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(keys.objection(CommandCodec.decode(more), more, "mail")).contains("signature");
    }

    @Test
    void a_key_is_held_to_its_acts_and_queues() throws Exception {
        assertThat(objection(mail.sign(act(new Act.Delete(JOB))), "mail"))
                .contains("may ask for: abort, pausequeue, retry");
        assertThat(objection(mail.sign(act(new Act.Retry(JOB))), "media")).contains("concerns the queue media");
        assertThat(objection(mail.sign(act(new SettingCommand.PauseQueue("media"))), null))
                .contains("concerns the queue media");
        ActKey templates = new ActKey("t", Secrets.of(Secret.random()), Set.of("*"), Set.of("mail"));
        ActKeys some = new ActKeys(List.of(templates));
        CommandMessage put = templates.sign(
                act(new SettingCommand.PutTemplate(new Setting.Template("2fa", "Code", "{code}"), false)));
        assertThat(some.objection(put, CommandCodec.encode(put), null)).contains("more than one queue");
    }

    @Test
    void two_secrets_are_good_at_a_time() throws Exception {
        CommandMessage signed = full.sign(act(new Act.Retry(JOB)));
        ActKeys rotated = new ActKeys(List.of(new ActKey("ui", full.secrets().rotated(), full.may(), full.queues())));
        assertThat(rotated.objection(signed, CommandCodec.encode(signed), "mail"))
                .isNull();
    }

    private static CommandMessage act(Command body) {
        return CommandMessage.of("c1", Actor.user("ana"), body);
    }

    private @org.jspecify.annotations.Nullable String objection(
            CommandMessage m, @org.jspecify.annotations.Nullable String queue) throws Exception {
        byte[] record = CommandCodec.encode(m);
        return keys.objection(CommandCodec.decode(record), record, queue);
    }
}
