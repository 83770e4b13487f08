package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** What it writes into its messages. */
public sealed interface MessageQuirk extends Quirk {
    /** The share creation notifications it sends, made of that of the dialect. */
    @QuirkName("message.send.share")
    record MessageSendShare(List<Shape> shapes) implements MessageQuirk, Shaped {
        public MessageSendShare {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new MessageSendShare(other);
        }
    }

    /** The notifications it sends, made of that of the dialect. */
    @QuirkName("message.send.notification")
    record MessageSendNotification(List<Shape> shapes) implements MessageQuirk, Shaped {
        public MessageSendNotification {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new MessageSendNotification(other);
        }
    }

    /** The shares that it announces by the calls of before OCM, made of those of the dialect. */
    @QuirkName("message.send.legacy-share")
    record MessageSendLegacyShare(List<Shape> shapes) implements MessageQuirk, Shaped {
        public MessageSendLegacyShare {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new MessageSendLegacyShare(other);
        }
    }

    /** The invite acceptances it sends, made of that of the dialect. */
    @QuirkName("message.send.invite")
    record MessageSendInvite(List<Shape> shapes) implements MessageQuirk, Shaped {
        public MessageSendInvite {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new MessageSendInvite(other);
        }
    }

    /** The token requests it sends, made of that of the dialect. */
    @QuirkName("message.send.token")
    record MessageSendToken(List<Shape> shapes) implements MessageQuirk, Shaped {
        public MessageSendToken {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new MessageSendToken(other);
        }
    }
}
