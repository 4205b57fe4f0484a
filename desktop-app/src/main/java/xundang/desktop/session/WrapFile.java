package xundang.desktop.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import xundang.desktop.platform.files.TwinFile;
import xundang.model.account.UserId;

/**
 * One person's wrapped data key, as written to {@code keys/<user id>.wrap}, twice and with a checksum ({@link TwinFile}). Every algorithm is named beside its value (trust requirement
 * S42).
 *
 * @param version of this form
 * @param wrapKey how the wrapping key is made of stretched password and device secret
 * @param secretId which device secret went into it, so that another one is not taken for a wrong password; says nothing about its bytes
 * @param sealedKey the data key, Base64; it begins with the sealing algorithm's name
 */
record WrapFile(
        @JsonProperty("version") int version,
        @JsonProperty("person") KeyHolder person,
        @JsonProperty("stretch") Stretch stretch,
        @JsonProperty("wrap_key") String wrapKey,
        @JsonProperty("secret_id") String secretId,
        @JsonProperty("sealed_key") String sealedKey) {

    static final int VERSION = 1;

    /** HKDF-SHA256 over the stretched password followed by the device secret. */
    static final String WRAP_KEY = "HKDF-SHA256";

    /** How the password is stretched; {@code salt} is Base64. */
    record Stretch(
            @JsonProperty("name") String name,
            @JsonProperty("memory_kib") int memoryKib,
            @JsonProperty("passes") int passes,
            @JsonProperty("lanes") int lanes,
            @JsonProperty("salt") String salt) {}

    /** Ties the sealed key to its person: another person's wrap under this name does not open. */
    static byte[] context(UserId person) {
        return ("xundang key wrap 1 " + person).getBytes(StandardCharsets.US_ASCII);
    }
}
