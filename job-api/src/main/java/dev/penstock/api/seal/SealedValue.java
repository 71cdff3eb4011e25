package dev.penstock.api.seal;

import dev.penstock.api.job.JobId;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in place of a sealed value: {@code {"$sealed":"1j.<subject>.<key>.<nonce, ciphertext and tag>"}}. The first
 * character is the version of this form, the second says what it is tied to: {@code j} its job, {@code f} its job's family.
 *
 * @param tie {@code j} or {@code f}
 * @param subject pseudonym
 * @param key which of the subject's keys
 * @param data nonce, ciphertext and tag in URL-safe base64
 */
record SealedValue(char tie, String subject, String key, String data) {
    static final char JOB = 'j';
    static final char FAMILY = 'f';
    private static final Pattern FORM =
            Pattern.compile("1([jf])\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{1,22})\\.([A-Za-z0-9_-]+)");

    static SealedValue of(char tie, DataKey key, byte[] data) {
        return new SealedValue(tie, key.subject(), key.id(), MasterKey.text(data));
    }

    /** Throws {@link KeyGone} if it is none, or of a newer version. */
    static SealedValue parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new KeyGone("A field is marked as sealed, and is not in a form that this version of Penstock reads");
        }
        return new SealedValue(form.group(1).charAt(0), form.group(2), form.group(3), form.group(4));
    }

    /** Where the value must stand to be opened: a ciphertext that was moved is worth nothing. */
    static String place(char tie, JobId job, String path) {
        return tie + ":" + (tie == JOB ? job.value() : job.route()) + '\n' + path;
    }

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(data);
    }

    @Override
    public String toString() {
        return "1" + tie + '.' + subject + '.' + key + '.' + data;
    }
}
