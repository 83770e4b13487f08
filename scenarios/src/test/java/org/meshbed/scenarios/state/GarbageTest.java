package org.meshbed.scenarios.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meshbed.nodes.protocol.Json;

final class GarbageTest {
    private static final byte[] RIGHT =
            "{\"name\":\"song.mp3\",\"protocol\":{\"name\":\"multi\"}}".getBytes(StandardCharsets.UTF_8);
    /** JSON, but no message. */
    private static final EnumSet<Garbage> NO_OBJECT = EnumSet.of(Garbage.LIST, Garbage.NUMBER, Garbage.NULL);

    @ParameterizedTest
    @EnumSource
    void everythingIsSomethingElseThanTheMessage(Garbage garbage) throws Exception {
        var bytes = garbage.insteadOf(RIGHT);

        assertThat(bytes).isNotEqualTo(RIGHT);
        if (NO_OBJECT.contains(garbage))
            assertThat(new ObjectMapper().readTree(bytes).isObject()).isFalse();
        else if (garbage == Garbage.HUGE) assertThat(bytes).hasSizeGreaterThan(3 << 20);
        else assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(Json.NotJson.class);
    }

    @Test
    void whatIsNoTextCannotBeDecoded() {
        var bytes = ByteBuffer.wrap(Garbage.NO_TEXT.insteadOf(RIGHT));

        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(bytes))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void theWordsOfEachFindIt() {
        assertThat(Arrays.stream(Garbage.values()))
                .allSatisfy(g -> assertThat(Garbage.of(g.words())).isEqualTo(g));
        assertThatThrownBy(() -> Garbage.of("a poem")).hasMessageContaining("there is nothing at all, half a document");
    }
}
