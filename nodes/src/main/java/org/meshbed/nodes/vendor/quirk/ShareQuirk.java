package org.meshbed.nodes.vendor.quirk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it takes shares. */
public sealed interface ShareQuirk extends Quirk {
    /** The checks of a received share, in the order in which they look, instead of the dialect's. */
    @QuirkName("share.receive.checks")
    record ShareReceiveChecks(List<Check> order) implements ShareQuirk, Ordered {
        public ShareReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a received share, by the name of the check; {@code accepted} is the success. */
    @QuirkName("share.receive.answers")
    record ShareReceiveAnswers(Map<String, Answer> answers) implements ShareQuirk, Answered {
        public ShareReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new ShareReceiveAnswers(other);
        }
    }

    /**
     * In which members of a share it finds things, by their paths, the first that is a text; instead of where the dialect
     * has them.
     *
     * @param address where the resource is; none of them there: the root of what the sender shares
     * @param secret that opens it
     * @param resolves {@code at-once}: an address that is not whole is put behind the webdav path of the sender's document
     *     when the share comes, or, beginning with a slash, behind the host of its endPoint; without it that is done, at the
     *     sender's own host, each time when what is shared is opened
     * @param both which form counts of a share that has both: {@code options}, as if the other were not there
     */
    @QuirkName("share.receive.reads")
    record ShareReceiveReads(
            List<String> address,
            List<String> secret,
            @Words("at-once") Optional<String> resolves,
            @Words("options") Optional<String> both)
            implements ShareQuirk {
        public ShareReceiveReads {
            address = List.copyOf(address);
            secret = List.copyOf(secret);
        }
    }

    /** The top-level members without which a share is refused, instead of the dialect's. */
    @QuirkName("share.receive.requires")
    record ShareReceiveRequires(List<String> members) implements ShareQuirk {
        public ShareReceiveRequires {
            members = List.copyOf(members);
        }
    }

    /**
     * What the receiver asks of the sending server before it answers the share: {@code discovery}, {@code propfind}; with
     * {@code look} it looks, with Basic, whether a file that came without an address is a folder.
     */
    @QuirkName("share.receive.calls-back")
    record ShareReceiveCallsBack(
            @Words(
                    value = {"discovery", "propfind", "look"},
                    what = "call")
            List<String> calls)
            implements ShareQuirk {
        public ShareReceiveCallsBack {
            calls = List.copyOf(calls);
        }
    }

    /**
     * How received shares are kept: {@code again}, one more share for each message, whatever its id; {@code latest}, the
     * last message only.
     */
    @QuirkName("share.receive.keeps")
    record ShareReceiveKeeps(@Words({"again", "latest"}) String shares) implements ShareQuirk {}

    /** What it makes of the moment when a received share ends: {@code nothing}. */
    @QuirkName("share.receive.expiry")
    record ShareReceiveExpiry(@Words("nothing") String makes) implements ShareQuirk {}

    /**
     * The members, by their paths, that must be equal in two messages under one id for them to be the same share, instead
     * of those of the dialect; missing, null and empty are equal.
     */
    @QuirkName("share.receive.compares")
    record ShareReceiveCompares(List<String> members) implements ShareQuirk {
        public ShareReceiveCompares {
            members = List.copyOf(members);
        }
    }

    /** Further names under which people are found in the address of a share: templates, which speak of the user. */
    @QuirkName("share.receive.names")
    record ShareReceiveNames(List<String> names) implements ShareQuirk {
        public ShareReceiveNames {
            names = List.copyOf(names);
        }
    }

    /**
     * What its people can share.
     *
     * @param types kinds of resources, {@code file} or {@code folder}; all where it is left out
     * @param permissions with no others, and at least one; all where it is left out
     */
    @QuirkName("share.sends")
    record ShareSends(
            @Words(
                    value = {"file", "folder"},
                    what = "type of resource")
            List<String> types,

            @Words(
                    value = {"read", "write", "share"},
                    what = "permission")
            List<String> permissions)
            implements ShareQuirk {
        public ShareSends {
            types = List.copyOf(types);
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * What a recipient may do with a share that was answered already: {@code answer} it again, either way; or so
     * {@code until-declined}, since a declined one is there no more. The sender is told each time.
     */
    @QuirkName("share.answered.again")
    record ShareAnsweredAgain(
            @Words({"answer", "until-declined"}) String deed) implements ShareQuirk {}

    /** When the owner's server is asked for what was received: each time it is on a {@code list}, and to {@code accept} it. */
    @QuirkName("share.received.looks")
    record ShareReceivedLooks(
            @Words(
                    value = {"list", "accept"},
                    what = "verb")
            List<String> verbs)
            implements ShareQuirk {
        public ShareReceivedLooks {
            verbs = List.copyOf(verbs);
        }
    }

    /** What it makes of a share of the same thing with the same party while one stands: {@code refused}, nothing is sent. */
    @QuirkName("share.send.again")
    record ShareSendAgain(@Words("refused") String share) implements ShareQuirk {}

    /**
     * What a change of a share's permissions does to it: it {@code lowers} them; where it says more than when the share was
     * made, that is told, and not given.
     */
    @QuirkName("share.send.changes")
    record ShareSendChanges(@Words("lowers") String permissions) implements ShareQuirk {}

    /**
     * What of a peer's document it looks at before it shares, instead of all of it; of the criteria {@code exchange} alone:
     * whether both exchange tokens where one of them demands it, whatever version the peer speaks.
     */
    @QuirkName("share.send.heeds")
    record ShareSendHeeds(
            @Words(
                    value = {"criteria", "exchange", "capabilities", "types"},
                    what = "part of the document")
            List<String> parts)
            implements ShareQuirk {
        public ShareSendHeeds {
            parts = List.copyOf(parts);
        }
    }

    /**
     * How sent shares that were not answered with success are kept: {@code refused}, what was refused stands all the same;
     * {@code all}, what never arrived as well.
     */
    @QuirkName("share.send.keeps")
    record ShareSendKeeps(@Words({"refused", "all"}) String shares) implements ShareQuirk {}

    /**
     * What becomes of a received share that its sender took back: {@code listed}, its recipient sees it all the same, and
     * can neither answer nor open it.
     */
    @QuirkName("share.unshared.keeps")
    record ShareUnsharedKeeps(@Words("listed") String shares) implements ShareQuirk {}

    /** What becomes of a share when its owner moves what is shared, or a folder around it: it follows its {@code moves}. */
    @QuirkName("share.follows")
    record ShareFollows(@Words("moves") String what) implements ShareQuirk {}

    /**
     * What becomes of shares that have an expiration, instead of being gone then: they end {@code never}; it is said, and
     * nobody looks at it. Or they are {@code empty} then: their secret is known all the same, and nothing is there.
     */
    @QuirkName("share.ends")
    record ShareEnds(@Words({"never", "empty"}) String when) implements ShareQuirk {
        public boolean never() {
            return when.equals("never");
        }
    }

    /**
     * What it makes of a share with an address at this very server: {@code sent}, as to any other; {@code to-others}, the
     * same, but for the address of who shares.
     */
    @QuirkName("share.send.to-itself")
    record ShareSendToItself(@Words({"sent", "to-others"}) String share) implements ShareQuirk {}

    /**
     * What may stand in an address that somebody types, beside user and host: a {@code scheme} before the host; a
     * {@code slash}, or {@code pages} of the product, {@code /index.php} and {@code /index.php/s}, behind it.
     */
    @QuirkName("share.send.addresses")
    record ShareSendAddresses(
            @Words(
                    value = {"scheme", "slash", "pages"},
                    what = "part of an address")
            List<String> parts)
            implements ShareQuirk {
        public ShareSendAddresses {
            parts = List.copyOf(parts);
        }
    }

    /**
     * How sharing on is done: {@code tracked}, whoever asks keeps a share of its own that goes with the owner's; the
     * owner's server passes on to it what it hears of acceptance and permissions, and it tells the owner and the third
     * when it takes the share back. Or {@code sent}: whoever shares on sends a share of its own, of something that it does
     * not have; the owner hears nothing. It looks at what is shared on before it looks for the recipient, and after.
     */
    @QuirkName("share.reshares")
    record ShareReshares(@Words({"tracked", "sent"}) String way) implements ShareQuirk {
        public boolean tracked() {
            return way.equals("tracked");
        }
    }

    /** Who a share comes from: templates, of which the first that is an address counts; the dialect has sender or owner. */
    @QuirkName("share.receive.sender")
    record ShareReceiveSender(List<String> addresses) implements ShareQuirk {
        public ShareReceiveSender {
            addresses = List.copyOf(addresses);
        }
    }

    /** Which user a share is for, whatever it says: a template; the dialect reads the address. */
    @QuirkName("share.receive.recipient")
    record ShareReceiveRecipient(String user) implements ShareQuirk {}
}
