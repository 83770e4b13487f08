@signatures
Feature: Signatures that look odd and are to be believed
  What the specification leaves open may be done in any way.

  Background:
    Given alpha runs reference/1.5[sign=yes;demand-signatures=yes]
    And alice is at alpha
    And a foreign server omega
    And omega signs its messages

  @OCM-SIG-16 @OCM-SIG-18 @OCM-SIG-20 @OCM-SIG-28 @OCM-SIG-41 @OCM-SIG-42 @OCM-SIG-44
  Scenario Outline: A share that is signed <how>
    When omega announces report.txt to alice, signed <how>
    Then alpha takes it
    And alice sees report.txt as pending

    Examples:
      | how                             |
      | rightly                         |
      | under another label             |
      | beside the signature of a proxy |

  @OCM-DISC-41
  Scenario: A server whose keys another keeps for it
    Given a foreign server sigma
    And sigma keeps the keys of omega
    When omega announces report.txt to alice
    Then alpha takes it
    And sigma was asked for its keys 1 time

  @OCM-SIG-38
  Scenario: A server that has changed its key
    When omega announces report.txt to alice
    And omega changes its key
    And omega announces plan.txt to alice
    Then alpha takes it
    And omega was asked for its keys 2 times

  @OCM-SIG-38
  Scenario: Keys are not asked for again with every message
    When omega announces report.txt to alice
    And omega announces plan.txt to alice
    And omega announces song.mp3 to alice
    Then alpha takes it
    And omega was asked for its keys 1 time

  @OCM-SIG-05 @OCM-DEF-13
  Scenario Outline: Where nothing is demanded, a share that is signed <how> counts as not signed
    Given beta runs reference/1.5[sign=yes]
    And bob is at beta
    When omega announces report.txt to bob, signed <how>
    Then beta takes it
    And bob sees report.txt as pending

    Examples:
      | how                          |
      | without a tag                |
      | with another tag             |
      | in the manner of version 1.2 |

  @negative @hostile @OCM-SIG-04
  Scenario Outline: Where nothing is demanded, a share that is signed <how> is refused all the same
    Given beta runs reference/1.5[sign=yes]
    And bob is at beta
    When omega announces report.txt to bob, signed <how>
    Then beta does not believe it
    And bob sees nothing

    Examples:
      | how                                |
      | with another key                   |
      | with the digest of another message |
      | ten minutes too late               |
      | by nonsense                        |
      | in a manner of its own             |

  @OCM-LEG-04 @OCM-LEG-05 @OCM-LEG-14 @OCM-LEG-13
  Scenario Outline: A server of version <version> is believed by one of its version
    Given beta runs reference/<version>[sign=yes;demand-signatures=yes]
    And bob is at beta
    And a foreign server sigma
    And sigma signs its messages as version <version> does
    When sigma announces report.txt to bob
    Then beta takes it
    And bob sees report.txt as pending

    Examples:
      | version |
      | 1.2     |
      | 1.3     |
      | 1.4     |

  @negative @hostile @OCM-LEG-04 @OCM-LEG-05
  Scenario Outline: A server of <version> does not believe what is signed as in version 1.2, <how>
    Given beta runs reference/<version>
    And bob is at beta
    And a foreign server sigma
    And sigma signs its messages as version 1.2 does
    When sigma announces report.txt to bob, signed <how>
    Then beta does not believe it
    And bob sees nothing
    And beta still serves
    When sigma announces plan.txt to bob, signed rightly
    Then beta takes it

    Examples:
      | version                    | how                                |
      | 1.2[sign=yes]              | with another key                   |
      | 1.2[sign=yes]              | with the key of somebody else      |
      | 1.2[sign=yes]              | with a key that nobody has seen    |
      | 1.2[sign=yes]              | for another server                 |
      | 1.2[sign=yes]              | for another place                  |
      | 1.2[sign=yes]              | without a digest                   |
      | 1.2[sign=yes]              | with the digest of another message |
      | 1.2[sign=yes]              | without covering its digest        |
      | 1.2[sign=yes]              | without its length                 |
      | 1.2[sign=yes]              | without a time                     |
      | 1.2[sign=yes]              | ten minutes too late               |
      | 1.2[sign=yes]              | an hour too early                  |
      | 1.2[sign=yes]              | by an algorithm that nobody knows  |
      | 1.2[sign=yes]              | by a secret that both should know  |
      | 1.2[sign=yes]              | with one letter changed            |
      | 1.2[sign=yes]              | in a manner of its own             |
      | 1.5[mode=compat;sign=yes]  | with another key                   |
      | 1.5[mode=compat;sign=yes]  | for another server                 |
      | 1.5[mode=compat;sign=yes]  | with the digest of another message |
      | 1.5[mode=compat;sign=yes]  | ten minutes too late               |

  @OCM-LEG-03 @OCM-LEG-05 @OCM-LEG-13 @OCM-LEG-14
  Scenario Outline: A server that signs as all versions do believes one of version <version>
    Given beta runs reference/1.5[mode=compat;sign=yes]
    And bob is at beta
    And a foreign server sigma
    And sigma signs its messages as version <version> does
    When sigma announces report.txt to bob
    Then beta takes it
    And beta has written down that "made by sigma"
    And bob sees report.txt as pending

    Examples:
      | version |
      | 1.2     |
      | 1.3     |
      | 1.4     |
      | 1.5     |

  @negative @hostile @OCM-SIG-45 @OCM-DEF-13
  Scenario: A server that signs as all versions do takes no signature of 1.3 from a server of 1.5
    Given beta runs reference/1.5[mode=compat;sign=yes;demand-signatures=yes]
    And bob is at beta
    When omega announces report.txt to bob, signed without a tag
    Then beta does not believe it
    And bob sees nothing

  @negative @hostile @OCM-LEG-15 @OCM-LEG-14
  Scenario Outline: A server of version 1.4 does not believe what is signed <how>
    Given beta runs reference/1.4[sign=yes]
    And bob is at beta
    And a foreign server sigma
    And sigma signs its messages as version 1.4 does
    When sigma announces report.txt to bob, signed <how>
    Then beta does not believe it
    And bob sees nothing

    Examples:
      | how                     |
      | under another label     |
      | without its length      |
      | with another key        |
      | ten minutes too late    |

  @negative @hostile @OCM-SIG-06
  Scenario: A server that signs is not believed unsigned, where that is demanded of those who sign
    Given beta runs reference/1.5[sign=yes;demand-signatures=of-signers]
    And bob is at beta
    And a foreign server sigma
    When omega announces report.txt to bob, not signed
    Then beta does not believe it
    When sigma announces plan.txt to bob
    Then beta takes it
