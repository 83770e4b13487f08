package org.meshbed.scenarios.steps;

import java.util.List;
import org.meshbed.scenarios.sentence.Sentences;

/** Every class of sentences, for the sentences that hold other sentences. */
public final class AllSteps {
    private static final class Holder {
        static final Sentences SENTENCES = Sentences.of(List.of(
                Words.class,
                NodeSteps.class,
                LinkSteps.class,
                TimeSteps.class,
                PersonSteps.class,
                FileSteps.class,
                ReadingSteps.class,
                SharingSteps.class,
                ReceivedSteps.class,
                ChangingSteps.class,
                InviteSteps.class,
                ContactSteps.class,
                TogetherSteps.class,
                StrangerSteps.class,
                SignatureSteps.class,
                SignedAskSteps.class,
                PlaceSteps.class,
                StrangerInviteSteps.class,
                StrangerAccessSteps.class,
                AnnouncementSteps.class,
                NewsSteps.class,
                GarbageSteps.class,
                HostileSteps.class,
                TrustSteps.class,
                TokenSteps.class,
                PairSteps.class));
    }

    private AllSteps() {}

    public static Sentences sentences() {
        return Holder.SENTENCES;
    }
}
